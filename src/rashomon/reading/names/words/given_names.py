"""Given names that all but always go with one gender, of the languages that names in the news come from.

Left out is what is borne by both (*Robin*, *Kim*, *Dana*), or by women here and men there (*Andrea*, *Jan*, *Joan*, *Jean*,
*Nicola*, *Karen*): where a name tells nothing, the text around it must.
"""

from __future__ import annotations

_FEMALE = """
    abigail ada adele adriana agata agnes agnieszka aicha aida aiko aisha akiko alba alejandra aleksandra alessandra alessia
    alexandra alice alicia alina alison alma amalia amanda amara amelia amina amy ana anastasia anastasiya angela angelica
    angelina anita anja anke ann anna annabel anne annegret annette annika antje antonia anya april arianna arlene asma astrid
    audrey ayesha aylin ayse barbara beata beatrice beatrix beatriz becky belinda bernadette bertha beth bethany betty beverly
    bianca birgit birgitta bozena brenda bridget britta brittany brooke camila candice carla carlotta carmen carol carole
    carolina caroline carolyn carrie cassandra catarina caterina catherine cathy cecilia celeste celia chantal charlene
    charlotte chelsea cheryl chiara chloe christa christiane christina christine ciara claire clara clarissa claudia
    clementine colette colleen constance consuelo cora corinna corinne cristina cynthia dagmar daisy daniela danielle daphne
    daria dariya debbie deborah debra deirdre delia delphine denise desiree diana diane dina dolores donatella donna dora
    doreen doris dorota dorothea dorothy ebba edith edna eileen ekaterina elaine eleanor elena eleni elif elisa elisabeth
    elise elizabeth elke ella ellen elsa elvira emilia emily emine emma erica erika erin esperanza estelle esther eszter
    eugenia eunice eva eve ewa fabiola fatima fatma fatou fatoumata faye federica felicia felicity fernanda fiona flora
    florence frances francesca franziska freda frederike frida fumiko gabriela gabriella gabrielle galina gemma genevieve
    georgia georgina geraldine gerda gertrud gesine gillian gina giorgia giovanna gisela gitta giulia gladys gloria grace
    graciela greta gretchen gudrun gunilla gwen hadija halima halina hana hanan hanna hannah hanneke harriet hatice hazel
    heather hedwig heidi heike helen helena helene helga henrietta hermine hilda hilde holly huda ida ilaria ilona ilse imelda
    imogen ina ines inga ingeborg ingrid inka ioana irena irene irina iris irma isabel isabella isabelle isla ivana ivonne ivy
    izabela jacqueline jana jane janet janice janine jasmin jasmine jeanette jeanne jelena jennifer jenny jessica jill jitka
    joanna joanne jocelyn johanna josefina josephine joyce juana judith judy julia juliana julie juliet juliette june justyna
    jutta kamala karin karina karolina katarina katarzyna kate katerina katharina katherine kathleen kathryn kathy katia katie
    katja katrin katrina katy katya kayla keiko kerstin khadija kirsten kirstin kristen kristin kristina kristine krystyna
    lamia lara larisa latifa latoya laura lauren lea leah leila lena leonie leonora leticia lidia lieselotte liesl lila lilian
    lilli lillian lily lina linda lisa lise liv livia liz liza lois lorena lorna lorraine louise lucia lucie lucille lucinda
    lucy ludmila luisa lupita lydia lyudmila mabel madeleine madeline madison magda magdalena maggie maja malala malgorzata
    mandy manuela marcela marcia margaret margarita margaux margit margot margrethe maria mariam mariana marianne marie
    mariella marietta marija marilyn marina marisa marisol marit mariya marjorie marlene marta martha martina mary maryam
    mathilde matilda maud maureen maya megan meghan melanie melinda melissa mercedes meredith michaela michelle michiko mila
    mildred milena milica mina miriam moira molly mona monica monika monique muriel myriam myrtle nadezhda nadia nadine nadja
    nadya nancy naomi natalia natalie natalya natasha nathalie neha nele nicole nina noelle nora norma nuria odette ofelia
    oksana olena olga olivia olympe ophelia paloma pamela paola patricia paula paulina pauline pearl peggy penelope penny
    petra philippa phoebe phyllis pia pilar polly priscilla priya priyanka rachel ramona rania rebecca regina reina renata
    renate rhonda rita roberta rocio rosa rosalie rosalind rosemarie rosemary rosie rowena roxana roxanne ruth sabine sabrina
    sadie safiya salma samantha samira sandra sanja sara sarah saskia selma senta serena sharon sheila shelley shirin shirley
    sibylle signe sigrid silke silvia simona sinead siobhan siri sofia sofie solveig sonia sonja sonya sophia sophie stefanie
    stella stephanie sue sumaya susan susana susanna susanne suzanne svenja svetlana sveva sylvia sylvie tabitha tamar tamara
    tania tanja tanya tara tatiana tatjana tatyana teresa tessa thelma theresa therese tiffany tina tove tracey trudy ulla
    ulrike ursula urszula ute valentina valeria valerie vanessa vera verena veronica veronika veronique victoria viktoria
    vilma viola violet virginia vivienne walburga wanda wendy wiebke wilhelmina wilma winifred xenia yasmin yasmine yelena
    yolanda youssra yulia yuliya yvette yvonne zahra zainab zeynep zoe zofia zsofia
"""

_MALE = """
    aaron abbas abdul abdullah abdulrahman abel abraham adam adamu adolf adrien ahmad ahmed ahmet akira alain alan alasdair
    albert alberto aldo alec alejandro aleksandar aleksander aleksei aleksey alessandro alexander alexandre alexei alf alfonso
    alfred alfredo alistair allan allen alois alonso alvaro amadou amir anatoly anders andreas andrei andrej andrew andrey
    andriy andy angus anil anselm antal anthony anton antonin antonio antony aram archibald arjun armand armando armin arne
    arnold aron arthur artur arturo arvind asad ashok asif atilla august augustin aurelio axel aziz baptiste barack barry bart
    bartholomew bartosz bashar basil bastian ben benedict benedikt benito benjamin benny bernard bernardo bernd bernhard
    bernie bert bertrand bilal bill bjorn bob boris brad bradley brendan brent brett brian bruce bruno bryan burkhard byron
    calvin carl carlo carlos cecil cedric cemal cesar chad charles christoph christophe christopher chuck clarence claus
    clemens clement clifford clint clive clyde colin conor conrad constantin cornelius craig cristiano curt curtis cyril cyrus
    dagobert damian damien damir daniel danilo danny dario darius darko darrell darren dave david davide dean declan denis
    dennis derek desmond detlef dexter didier diego dieter dietrich dimitri dimitris dirk dmitri dmitry domenico dominic
    dominik donald doug douglas dragan duncan dwayne dwight dylan eamon earl eberhard ed eddie edgar edmund edouard eduard
    eduardo edward edwin egon eino eli elias elijah eliot elliott elmer emanuel emil emilio emmanuel emre enrico enrique eoin
    eric erich erik ernest ernesto ernst erwin esteban ethan etienne eugene eugenio evan evgeny eyal fabian fabio fabrice fadi
    faisal farid farouk federico felipe felix ferdinand ferenc fernando filip filippo florian floyd francesco francis
    francisco franco francois frank franz fred freddie frederic frederick frederik fredrik friedrich fritz gareth garry gary
    gaston gavin gennady geoffrey georg george georges georgi gerald gerard gerardo gerd gerhard giacomo gianluca gianni
    gideon gilbert gilles giorgio giovanni giuliano giulio giuseppe glen glenn gonzalo goran gordon graham grant greg gregor
    gregory grigory guido guillaume guillermo gunnar gunther gustav gustavo guy haakon habib hakan hakim hamid hamza hank
    hannes hans harald harold harry harvey hasan hassan hector heiko heinrich heinz helmut hendrik henning henri henrik henry
    herbert herman hermann hernan hiroshi horst howard hubert hugh hugo humberto huseyin hussein iain ian ibrahim idris
    ignacio igor ilja ilya imran ingo isaac isaiah ismael ismail istvan ivan ivar ivo jack jacob jacques jake jakob jakub
    jamal james janos jaroslav jason javier jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy jiri joachim joao
    joaquin joe joel joerg johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph joshua juan juergen
    jules julian julien julio julius juraj jurgen justin kamal kamil karim karl karsten kasim kaspar keith ken kenji kenneth
    kent kevin khaled khalid khalil kieran kiril klaus knut kofi konrad konstantin kristian kristof kurt kyle lamar lamine
    larry lars lasse laszlo laurent lech leif leo leon leonard leonardo leonid leopold leroy lester lev lionel liviu lloyd
    loic lorenzo lothar louis luc luca lucas luciano ludovic ludwig luigi luis luka lukas lukasz luke magnus mahmood mahmoud
    malcolm malik mamadou manfred manoj manuel marc marcel marcelo marcin marcio marco marcos marcus marek mariano marijan
    mario mark marko markus martin marty marvin massimo mateo mateusz mathias mathieu mats matt matteo matthew matthias
    maurice mauricio mauro max maximilian mehdi mehmet michael michal michel miguel mihai mikael mike mikhail miklos milan
    milos milton miroslav mitch mitchell moammar mohamed mohammad mohammed moritz morten moses moshe mostafa muhammad
    muhammadu murat murray mustafa nabil naguib nasser nathan nathaniel neil nelson nestor nicholas nick nicolas niels nigel
    nikolai nikolaos nikolaus nikolay nils noah noel norbert norman nuno octavio olaf ole oleg oleksandr oleksiy oliver olivier
    omar oscar oskar osman oswald otto owen pablo paolo pascal patrick paul paulo pavel pavlo pawel pedro per percy pete peter
    petr petro phil philip philippe phillip pierre piet pieter pietro piotr predrag przemyslaw quentin rafael rafal raffaele
    rahul rainer rajesh rajiv ralf ralph ramon ramzi randall randolph randy raphael rashid raul ravi ray raymond reginald
    reiner reinhard reinhold reto rex ricardo riccardo richard rick ricky roald rob robert roberto rodney rodolfo rodrigo
    roger roland rolf roman ronald ronan rory ross roy ruben rudolf rudy rufus rupert russell ryszard saad sadiq said saleh
    salvador salvatore sami samir samuel sanjay santiago saul scott seamus sean sebastian sepp serge sergei sergey sergio
    serhiy seth shane shaun sheldon sidney siegfried sigmund silvio simon slobodan spencer stanislav stanislaw stanley stefan
    stefano steffen stephan stephen steve steven stewart stuart suleiman sunil suresh sven sylvain tadeusz takashi tarek tariq
    tayyip ted terence terrence theo theodor theodore thierry thomas thorsten tim timo timothy tobias todd tom tomas tomasz
    tommaso tony torsten travis trevor tristan umar umberto urs uwe vaclav valentin valery vasily vicente victor viktor
    vincent vincenzo virgil vitaly vittorio vivek vlad vladimir volker volodymyr vyacheslav waleed walid walter warren wayne
    werner wesley wilbur wilfried wilhelm willem william willy winston wladyslaw wojciech wolfgang xavier yann yannick yannis
    yaroslav yasser yitzhak youssef yuri yusuf yves zachary zbigniew zdenek zoltan zoran
"""

FEMALE_NAMES = frozenset(_FEMALE.split())
MALE_NAMES = frozenset(_MALE.split())
