"""Whom a source leads to, and whom it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.names.organisations.organisations import with_speaking
from rashomon.reading.speakers.speakers import led, speakers
from rashomon.records import AttributionKind, Mention, MentionKind, Span
from tests.reading.names.persons.test_people import mentions


def said(text: str, source: str, content: str, inside: int | None = None, after: int = 0) -> Found:
    at = text.index(source, after) if source else -1
    start = text.index(content)
    return Found(
        source=(Span(at, at + len(source)),) if source else (),
        cue=(Span(at + len(source), at + len(source) + 1),) if source else (),
        content=(Span(start, start + len(content)),),
        kind=AttributionKind.INDIRECT,
        certainty=Certainty(1, 1, 1),
        inside=inside,
    )


def organisation(text: str, *names: str) -> list[Mention]:
    return [Mention(MentionKind.ORGANISATION, m.start, m.end, 0.9) for m in mentions(text, *names)]


def names(text: str, people: list[Mention], *found: Found) -> list[str | None]:
    return [s.name for s in speakers(text, people, found)]


def test_the_name_in_the_source_not_the_one_it_belongs_to() -> None:
    text = "A spokesman for Ali Nazar said so. NRF spokesman Omar Dal said more. Nazar’s lawyer said less."
    people = mentions(text, "Ali Nazar", "Omar Dal", "Nazar’s")
    assert names(
        text,
        people,
        said(text, "A spokesman for Ali Nazar", "so"),
        said(text, "NRF spokesman Omar Dal", "more"),
        said(text, "Nazar’s lawyer", "less"),
    ) == [None, "Omar Dal", None]


def test_a_name_behind_a_role() -> None:
    text = "Its deputy chair, Ruvin Sall, said no. Her father, the engineer Tomas Varesh, said yes."
    people = mentions(text, "Ruvin Sall", "Tomas Varesh")
    found = (
        said(text, "Its deputy chair, Ruvin Sall,", "no"),
        said(text, "Her father, the engineer Tomas Varesh,", "yes"),
    )
    assert names(text, people, *found) == ["Ruvin Sall", "Tomas Varesh"]
    text = "His late father, the village poet Yusuf Sel, wrote so. His aide, a friend of Omar Dal, said more."
    people = mentions(text, "Yusuf Sel", "Omar Dal")
    found = (
        said(text, "His late father, the village poet Yusuf Sel,", "so"),
        said(text, "His aide, a friend of Omar Dal,", "more"),
    )
    assert names(text, people, *found) == ["Yusuf Sel", None]


def test_whose_words_a_noun_tells_is_named_as_elsewhere() -> None:
    text = "On Friday the Guard left. The Guard's claims of a victory were heard."
    assert names(text, organisation(text, "Guard"), said(text, "The Guard's", "a victory")) == ["Guard"]


def test_a_name_behind_another_official_or_an_owner_of_several_words() -> None:
    text = (
        "Another provincial official, Omar Dal, said no. Ali Nazar’s spokesman, Ruvin Sall, said yes. "
        "Police chief in Harn, Benno Arden, was mute. Sources close to the minister, Ilona Varesh, left."
    )
    people = mentions(text, "Omar Dal", "Ali Nazar", "Ruvin Sall", "Benno Arden", "Ilona Varesh")
    assert names(
        text,
        people,
        said(text, "Another provincial official, Omar Dal,", "no"),
        said(text, "Ali Nazar’s spokesman, Ruvin Sall,", "yes"),
        said(text, "Police chief in Harn, Benno Arden,", "mute"),
        said(text, "Sources close to the minister, Ilona Varesh,", "left"),
    ) == ["Omar Dal", "Ruvin Sall", "Benno Arden", None]


def test_a_state_before_its_ministers_name_is_none_of_it() -> None:
    text = "Foreign Minister of Torvena Anna Kerr said no. A friend of Anna Maria Kerr said yes."
    people = mentions(text, "Torvena Anna Kerr", "Anna Maria Kerr")
    found = (
        said(text, "Foreign Minister of Torvena Anna Kerr", "no"),
        said(text, "A friend of Anna Maria Kerr", "yes"),
    )
    assert names(text, people, *found) == ["Anna Kerr", None]


def test_of_two_people_of_one_surname_the_one_who_speaks_never_the_dead_one() -> None:
    text = (
        "Amar Sorin is the son of Amar Dal Sorin, who led them until he was assassinated. "
        "Amar Sorin said that he would stay. “We are ready,” Sorin said."
    )
    people = mentions(text, "Amar Dal Sorin", "Amar Sorin", "Sorin")
    second = text.index("Amar Sorin said")
    first = said(text, "Amar Sorin", "that he would stay", after=second)
    bare = said(text, "Sorin", "“We are ready,”", after=text.index("“We are ready,” ") + 5)
    (full, short) = speakers(text, people, (first, bare))
    assert (full.name, short.name) == ("Amar Sorin", "Amar Sorin")
    assert "died" in short.why


def test_of_two_people_of_one_surname_nobody_without_evidence() -> None:
    text = "Ilona Varesh is in custody. Tomas Varesh built the lock. Varesh said so."
    (speaker,) = speakers(
        text,
        mentions(text, "Ilona Varesh", "Tomas Varesh", "Varesh"),
        (said(text, "Varesh", "so", after=57),),
    )
    assert speaker.name is None
    assert "Ilona Varesh or Tomas Varesh" in speaker.why


def test_who_goes_by_a_name_has_it_and_what_they_wrote_is_theirs() -> None:
    text = (
        "The Front’s commander, who goes by the name Sefu, said so. General Odo Brandt’s letter warned of it."
    )
    people = mentions(text, "Sefu", "Odo Brandt")
    first = said(text, "The Front’s commander, who goes by the name Sefu,", "so")
    letter = said(text, "General Odo Brandt’s letter", "of it")
    assert names(text, people, first, letter) == ["Sefu", "Odo Brandt"]


def test_who_hears_a_recording_or_stands_in_a_clause_on_it_does_not_speak() -> None:
    text = "A recording that Odo Brandt has heard warned of it. A man who goes by Sefu said so."
    people = mentions(text, "Sefu", "Odo Brandt")
    found = (
        said(text, "A recording that Odo Brandt has heard", "of it"),
        said(text, "A man who goes by Sefu", "so"),
    )
    assert names(text, people, *found) == [None, "Sefu"]


def test_a_statement_from_a_body_is_its_own() -> None:
    text = "An official statement from Seafall said that it fell, and a list of ships at Seafall said more."
    people = organisation(text, "Seafall", "Seafall")
    statement = said(text, "An official statement from Seafall", "that it fell")
    ships = said(text, "a list of ships at Seafall", "more")
    assert names(text, people, statement, ships) == ["Seafall", None]


def test_a_post_leads_to_whose_name_its_handle_is() -> None:
    text = "Petra Koll came late. @petrakoll: We did it. Petra Koll\n@pkoll\nWe stay."
    people = mentions(text, "Petra Koll", "Petra Koll")
    handle = said(text, "@petrakoll", "We did it.")
    lines = said(text, "Petra Koll\n@pkoll", "We stay.")
    assert names(text, people, handle, lines) == ["Petra Koll", "Petra Koll"]


def test_a_title_tells_two_people_of_one_surname_apart() -> None:
    text = "Her father, Tomas Varesh, built it. Ilona Varesh shut it. Mr Varesh said so."
    people = mentions(text, "Tomas Varesh", "Ilona Varesh", "Varesh")
    assert names(text, people, said(text, "Mr Varesh", "so")) == ["Tomas Varesh"]


def test_organisations_speak_as_themselves_under_their_long_name() -> None:
    text = (
        "The National River Front (NRF) met. The NRF said no. The Interior Ministry said four. The ministry said five. "
        "The Delta Assembly said nine. The Assembly said eleven."
    )
    found = [
        said(text, "The NRF", "no"),
        said(text, "The Interior Ministry", "four"),
        said(text, "The ministry", "five"),
        said(text, "The Assembly", "eleven"),
    ]
    things = organisation(text, "National River Front", "Interior Ministry", "Delta Assembly", "Assembly")
    assert names(text, things, *found) == [
        "National River Front",
        "Interior Ministry",
        "Interior Ministry",
        "Delta Assembly",
    ]


def test_pronouns_follow_who_spoke_and_stop_at_a_stranger() -> None:
    text = (
        "Dessa Morlin said she was tired. She said it twice. A spokesman for the court declined. "
        "He said that it was late."
    )
    people = mentions(text, "Dessa Morlin")
    (first, again, stranger, he) = speakers(
        text,
        people,
        (
            said(text, "Dessa Morlin", "she was tired"),
            said(text, "She", "it twice"),
            said(text, "A spokesman for the court", "declined"),
            said(text, "He", "that it was late"),
        ),
    )
    assert (first.name, again.name, stranger.name, he.name) == ("Dessa Morlin", "Dessa Morlin", None, None)


def test_i_inside_a_statement_is_its_speaker_and_he_is_not() -> None:
    text = "Bernard Lévy said, “I spoke to Amar Sorin. He told me: I am ready. I believe him.”"
    people = mentions(text, "Bernard Lévy", "Amar Sorin")
    outer = said(text, "Bernard Lévy", text[text.index("“") :])
    he = said(text, "He", "I am ready", inside=0)
    i = said(text, "I", "him.", inside=0, after=text.index("I believe"))
    assert names(text, people, outer, he, i) == ["Bernard Lévy", "Amar Sorin", "Bernard Lévy"]


def test_his_father_where_the_report_says_whose_son_he_is() -> None:
    text = "Ivo Marn, son of Jan Marn, said no. His father said yes. Her mother said nothing."
    people = mentions(text, "Ivo Marn", "Jan Marn")
    found = [
        said(text, "Ivo Marn", "no"),
        said(text, "His father", "yes"),
        said(text, "Her mother", "nothing"),
    ]
    assert names(text, people, *found) == ["Ivo Marn", "Jan Marn", None]


def test_roles_lead_to_the_last_who_bore_them() -> None:
    text = "Interior Ministry spokesman Joren Tasch came. The spokesman said four. The minister said five."
    found = [said(text, "The spokesman", "four"), said(text, "The minister", "five")]
    assert names(text, mentions(text, "Joren Tasch"), *found) == ["Joren Tasch", None]


def test_a_label_of_a_transcript_leads_to_the_full_name() -> None:
    text = "Agnes Pell asks.\nPELL: Where?\nTASCH: Here."
    found = [said(text, "PELL", "Where?"), said(text, "TASCH", "Here.")]
    assert names(text, mentions(text, "Agnes Pell"), *found)[0] == "Agnes Pell"


def test_nobody_is_made_up() -> None:
    text = "Officials said one. Reports say two. They said three. A senior aide said four. It was said five."
    found = [
        said(text, "Officials", "one"),
        said(text, "Reports", "two"),
        said(text, "They", "three"),
        said(text, "A senior aide", "four"),
        said(text, "", "five"),
    ]
    assert names(text, [], *found) == [None] * 5


def test_a_title_alone_is_nobodys_name() -> None:
    text = "The Attorney General said one. The Prime Minister said two. The CEO Council said three."
    found = [
        said(text, "The Attorney General", "one"),
        said(text, "The Prime Minister", "two"),
        said(text, "The CEO Council", "three"),
    ]
    assert names(text, [], *found) == [None, None, "CEO Council"]


def test_a_role_is_borne_by_whom_it_stands_right_before_not_by_whom_its_bearer_speaks_of() -> None:
    text = (
        "The Brennick businessman accused Dessa Morlin of waste. Dessa Morlin was tired. "
        "The Brennick businessman said no. Sen. Tomas Kerr was there too. The senator said yes."
    )
    people = mentions(text, "Dessa Morlin", "Sen. Tomas Kerr")
    found = (
        said(text, "The Brennick businessman", "no", after=text.index("tired")),
        said(text, "The senator", "yes"),
    )
    assert names(text, people, *found) == [None, "Tomas Kerr"]


def test_the_opposition_leader_is_not_who_leads_the_union() -> None:
    text = "Union leader Dora Hessel was tired. The opposition leader said no. The leader said yes."
    found = said(text, "The opposition leader", "no"), said(text, "The leader", "yes")
    assert names(text, mentions(text, "Dora Hessel"), *found) == [None, "Dora Hessel"]


def test_a_source_that_ends_in_a_bodys_noun_names_an_organisation() -> None:
    text = "The Interior Ministry said four. The ministry said more. The Joint Delta Council said less."
    found = [
        said(text, "The Interior Ministry", "four"),
        said(text, "The ministry", "more"),
        said(text, "The Joint Delta Council", "less"),
    ]
    place = mentions(text, "Delta")[0]
    sources = [(f.source[0], 0.9) for f in found]
    told = with_speaking(text, [replace(place, kind=MentionKind.PLACE)], sources)
    assert [(text[m.start : m.end], m.kind) for m in told] == [
        ("Interior Ministry", MentionKind.ORGANISATION),
        ("Joint Delta Council", MentionKind.ORGANISATION),
    ]
    assert names(text, list(told), *found) == [
        "Interior Ministry",
        "Interior Ministry",
        "Joint Delta Council",
    ]


def test_a_place_does_not_speak() -> None:
    text = "The mayor of Harn spoke. Up at the sluice a gate opened, and he said no. The doctor in Lidva said yes."
    assert names(text, mentions(text, "Harn"), said(text, "he", "no")) == [None]
    text = "A letter from Harn: they met there. My father came to the sluice, and he said no. The doctor in Lidva said yes."
    people = mentions(text, "Harn", "Lidva")
    found = said(text, "he", "no"), said(text, "Lidva", "yes")
    assert names(text, people, *found) == [None, None]


def test_the_person_before_a_place_that_was_taken_for_the_source() -> None:
    text = "Dr Emese Korvat in Lidva said yes."
    assert names(text, mentions(text, "Emese Korvat", "Lidva"), said(text, "Lidva", "yes")) == [
        "Emese Korvat"
    ]


def test_the_one_body_of_its_noun_though_it_is_named_further_on() -> None:
    text = "The ministry said no, she wrote. The Interior Ministry said yes."
    found = said(text, "The ministry", "no"), said(text, "The Interior Ministry", "yes")
    things = organisation(text, "Interior Ministry")
    assert names(text, things, *found) == ["Interior Ministry", "Interior Ministry"]
    things += organisation(text + " The Trade Ministry too.", "Trade Ministry")
    assert names(text + " The Trade Ministry too.", things, *found)[0] is None


def test_the_label_of_a_turn_is_whom_the_interview_is_with_not_who_comes_up_in_an_answer() -> None:
    text = (
        "An interview with Iven Marek\n\nMarek: We did not.\nMarek: My father, Josef Marek, would not have."
    )
    people = mentions(text, "Iven Marek", "Josef Marek")
    first, second = text.index("Marek: We"), text.index("Marek: My")
    found = tuple(
        Found(
            source=(Span(at, at + 5),),
            cue=(Span(at + 5, at + 6),),
            content=(Span(at + 7, end),),
            kind=AttributionKind.DIRECT,
            certainty=Certainty(1, 1, 1),
        )
        for at, end in ((first, second - 1), (second, len(text)))
    )
    labels = [Mention(MentionKind.PERSON, at, at + 5, 0.9) for at in (first, second)]
    told = speakers(text, sorted([*people, *labels], key=lambda m: m.start), found)
    assert [s.name for s in told] == ["Iven Marek", "Iven Marek"]
    assert "named outside" in told[0].why


def test_words_with_a_capital_that_name_nobody() -> None:
    text = "Lidva asks for more. New Poll shows that it fell. Mr said no. Torvenians said yes. The Republican did."
    sources = ["New Poll", "Mr", "Torvenians", "The Republican"]
    assert names(text, [], *(said(text, s, "fell") for s in sources)) == [None] * 4
    text = "UNIDENTIFIED WOMAN said that it fell. The PM said no. Opposition said yes."
    sources = ["UNIDENTIFIED WOMAN", "The PM", "Opposition"]
    assert names(text, [], *(said(text, s, "fell") for s in sources)) == [None] * 3
    text = "Ivo Tasch stuck to His claim that it fell."
    assert names(text, mentions(text, "Ivo Tasch"), said(text, "His", "it fell")) == ["Ivo Tasch"]


def test_a_title_within_a_name_makes_it_a_persons() -> None:
    text = "Lidva County Sheriff Ana B. Reyes said no. Police Commissioner Oran Kerr’s claim stood. Prosecutors said so."
    found = (
        said(text, "Lidva County Sheriff Ana B. Reyes", "no"),
        said(text, "Police Commissioner Oran Kerr’s", "stood"),
        said(text, "Prosecutors", "so"),
    )
    assert names(text, [], *found) == ["Ana B. Reyes", "Oran Kerr", None]


def test_the_party_may_be_one_that_its_paragraph_has_by_its_initials() -> None:
    told = "The Harbour Party met. Nobody came.\n\n{} was angry. The party asked for a vote."
    for who, speaker in (("The DLV", None), ("The Harbour Party", "Harbour Party")):
        text = told.format(who)
        bodies = organisation(text, "Harbour Party", "DLV")
        assert names(text, bodies, said(text, "The party", "for a vote")) == [speaker]


def test_one_of_a_people_and_an_office_alone_are_no_names() -> None:
    text = (
        "“No,” the Swede said. The Head of State agreed. “Order,” the Speaker said. The Guardian denied it."
    )
    found = (
        said(text, "the Swede", "No"),
        said(text, "The Head of State", "agreed"),
        said(text, "the Speaker", "Order"),
        said(text, "The Guardian", "denied it"),
    )
    assert names(text, organisation(text, "Guardian"), *found) == [None, None, None, "Guardian"]
    assert names(text, mentions(text, "Swede"), found[0]) == [None]


def test_an_office_in_a_company_is_no_name() -> None:
    text = "The CIO of Dunn & Kerr said no. The Chairman of Harn Steel agreed, and Chairman Group denied it."
    found = (
        said(text, "The CIO of Dunn & Kerr", "no"),
        said(text, "The Chairman of Harn Steel", "agreed"),
        said(text, "Chairman Group", "denied it"),
    )
    bodies = organisation(text, "CIO of Dunn & Kerr", "Chairman of Harn Steel", "Chairman Group")
    assert names(text, bodies, *found) == [None, None, "Chairman Group"]


def test_a_staff_is_no_surname_and_a_camp_no_person() -> None:
    text = (
        "On Friday the General Staff said so. Three guards at Camp Sorrel said more. General Sorrel said no."
    )
    people = mentions(text, "Sorrel")
    found = (
        said(text, "the General Staff", "so"),
        said(text, "Three guards at Camp Sorrel", "more"),
        said(text, "General Sorrel", "no"),
    )
    assert names(text, people, *found) == ["General Staff", None, "Sorrel"]


def test_mrs_kerr_is_no_man_of_that_name() -> None:
    text = "Oliver Kerr, whose wife died, said no. Mrs Kerr had said yes. Mr Kerr said so. Kerr wept loudly."
    people = mentions(text, "Oliver Kerr", "Kerr")
    found = (
        said(text, "Oliver Kerr, whose wife died,", "no"),
        said(text, "Mrs Kerr", "yes"),
        said(text, "Mr Kerr", "so"),
        said(text, "Kerr", "loudly", after=60),
    )
    assert names(text, people, *found) == ["Oliver Kerr", None, "Oliver Kerr", "Oliver Kerr"]


def test_what_stands_behind_a_name_and_says_something_itself_is_no_apposition() -> None:
    for text, speaker in (
        ("According to the Post, the ministry announced that it would rain.", None),
        ("The Post, a ministry of Lidva, met. The ministry announced that it would rain.", "Post"),
    ):
        at = text.lower().rindex("the ministry")
        cue = text.index("announced")
        found = Found(
            (Span(at, at + 12),),
            (Span(cue, cue + 9),),
            (Span(cue + 10, len(text) - 1),),
            AttributionKind.INDIRECT,
            Certainty(1, 1, 1),
        )
        assert names(text, organisation(text, "Post"), found) == [speaker]


def test_each_of_several_says_it() -> None:
    text = "Oran Kerr and Otto Lind each said no."
    found = Found(
        (Span(0, 28),), (Span(29, 33),), (Span(34, 36),), AttributionKind.INDIRECT, Certainty(1, 1, 1)
    )
    (one,) = led(text, mentions(text, "Oran Kerr", "Otto Lind"), [found])
    assert [s.name for s in one.joint] == ["Oran Kerr", "Otto Lind"]


def test_of_one_surname_it_is_who_has_the_office_by_any_of_its_titles() -> None:
    text = "General Tom Orr spoke. Ada Orr, the baker, wept. Ada Orr slept. Gen. Orr said no."
    assert names(text, mentions(text, "Tom Orr", "Ada Orr", "Orr"), said(text, "Gen. Orr", "no")) == [
        "Tom Orr"
    ]


@pytest.mark.parametrize(
    "source", ["Osmer Mills plc", "Osmer Mills plc (OSM)", "Osmer Mills ltd. (HSE: OSM)", "Osmer Mills (OSM)"]
)
def test_what_a_company_is_by_law_is_no_other_name(source: str) -> None:
    text = f"{source} today announced that the mill would close."
    assert names(text, organisation(text, "Osmer Mills"), said(text, source, "the mill would close")) == [
        "Osmer Mills"
    ]


def test_we_of_a_body_s_own_statement_is_the_body() -> None:
    text = "The Front: We deny that we shelled the clinic."
    outer = said(text, "The Front", "We deny that we shelled the clinic.")
    inner = said(text, "We", "we shelled the clinic", inside=0)
    assert names(text, organisation(text, "Front"), outer, inner) == ["Front", "Front"]
    person = text.replace("The Front", "Mara Venn")
    outer, inner = (
        said(person, "Mara Venn", "We deny that we shelled the clinic."),
        said(person, "We", "we shelled", inside=0),
    )
    assert names(person, mentions(person, "Mara Venn"), outer, inner) == ["Mara Venn", None]


def test_a_short_form_in_brackets_may_hold_more_of_a_word_than_its_first_letter() -> None:
    for full, short, explained in (
        ("Osmeria Anti-Fraud Agency", "OSAFA", True),
        ("Federal Water Office", "FEDWO", True),
        ("Federal Water Office", "FEDWA", False),
        ("Federal Water Office", "LAMP", False),
        ("Tern Roads", "TRN", False),
    ):
        text = f"The {full} ({short}) left. It fell, {short} said."
        found = [
            *organisation(text, full),
            Mention(MentionKind.ORGANISATION, at := text.rindex(short), at + len(short), 1.0),
        ]
        assert names(text, found, said(text, short, "It fell", after=text.rindex("It fell"))) == [
            full if explained else short
        ]
