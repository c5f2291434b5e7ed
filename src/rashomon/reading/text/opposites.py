"""Words of opposite meaning in news: what is *open* is not *closed*, who *joins* does not *leave*.

Nothing is opposite in every sentence: who calls it so must see what the two words are said of.
"""

from __future__ import annotations

from rashomon.reading.text.conjugation import forms

_VERBS = """
accept adopt approve / reject refuse decline veto spurn rebuff
allow permit / forbid ban prohibit bar prevent
begin start / end finish cease halt collapse
open reopen / close shut lock
join enter / leave quit
arrive / depart leave
stay remain / leave resign depart flee evacuate
win / lose
capture seize take retake / lose cede
buy / sell
rise increase grow climb soar / fall drop decrease decline shrink sink plunge
raise increase / lower cut reduce decrease
strengthen / weaken
improve / worsen deteriorate
survive / die perish
support back endorse favour favor / oppose
approve / disapprove reject
praise / criticise criticize condemn
succeed / fail
confirm admit / deny
attack / defend
arrest detain jail imprison hold / free release
convict / acquit
hire appoint / sack dismiss
include / exclude
keep retain / abandon scrap drop
hold / collapse
respect honour honor observe / violate breach break
agree / disagree
advance / retreat withdraw
deploy / withdraw
remember / forget
love / hate
trust / distrust
protect / endanger
legalise legalize / outlaw ban
resume / suspend halt
extend / shorten
obey / defy ignore disregard
unite / divide
encourage / discourage
hide conceal / reveal disclose
double / halve
hit strike / miss
surrender capitulate / fight resist
block / allow
grant / deny
uphold / overturn quash
reward / punish
appear / disappear
warn / assure
create / destroy
build erect / demolish dismantle
continue proceed / stop cease halt end
gain / lose
welcome / condemn deplore
lift / impose
ease relax loosen / tighten
expand / shrink contract
accelerate / slow
restore / cut
recover / deteriorate worsen
pass ratify / reject defeat
renew / cancel
help / hinder hamper
benefit / harm
promote / demote relegate
import / export
lend / borrow
connect / disconnect
arm / disarm
embrace / shun
"""
"""Verbs, each side by all of its forms."""

_OTHERS = """
open / closed shut locked
safe / dangerous
alive / dead
guilty / innocent
true / false
drunk / sober
genuine authentic real / forged fake false
legal lawful / illegal
all every everybody everyone / none nobody
many most / few
success / failure
victory / defeat
hero / traitor
friend friends ally allies / enemy enemies foe foes
majority / minority
strong / weak
high / low
higher / lower
more / fewer less
better / worse
best / worst
early / late
earlier / later
deliberate deliberately intentional intentionally / accidental accidentally
possible / impossible
working / broken
northern / southern
eastern / western
north / south
east / west
inside / outside
above / below
before / after
for / against
peaceful / violent nonviolent
voluntary voluntarily / forced compulsory mandatory involuntary
temporary temporarily / permanent permanently
full / empty
natural / artificial
intact / damaged destroyed
hurt injured wounded / unhurt unharmed uninjured
present / absent
civilian civilians / militant militants fighter fighters combatant combatants terrorist terrorists
accident accidental accidentally / sabotage arson deliberate deliberately
murder / suicide
truth / lie lies
foreign / domestic
public publicly / private privately
minor slight / serious severe major
healthy / ill sick
friendly / hostile
positive / negative
winner winners / loser losers
optimistic / pessimistic
direct directly / indirect indirectly
responsible / irresponsible
regular / irregular
relevant / irrelevant
honest / dishonest
loyal / disloyal
accurate / inaccurate
complete / incomplete
correct / incorrect
adequate / inadequate
capable / incapable
competent / incompetent
effective / ineffective useless
secure / insecure
valid / invalid
visible / invisible
proper / improper
mature / immature
moral / immoral
advantage / disadvantage
profit / loss
surplus / deficit
stable / critical unstable
clean / polluted contaminated dirty
fit / injured unfit
sufficient enough / insufficient scarce
freely willingly / forcibly unwillingly reluctantly
left / right
wet / dry
hot warm / cold
fast quick quickly / slow slowly
cheap / expensive
easy / difficult hard
asleep / awake
morning / evening
dawn / dusk
upstream / downstream
legitimate / illegitimate
eligible / ineligible
active / inactive
solvent / insolvent
consistent / inconsistent
appropriate / inappropriate
reversible / irreversible
"""
"""What is no verb, as it stands."""

_NOT_UN = frozenset(("unless", "until", "under", "united", "unwind"))
_LEAST = 4
"""Letters that a word has behind its *un-*."""


def _sides() -> dict[str, frozenset[str]]:
    against: dict[str, set[str]] = {}
    for table, whole in ((_VERBS, forms), (_OTHERS, list)):
        for line in table.strip().splitlines():
            sides = [whole(side.split()) for side in line.split(" / ")]
            for here, there in (sides, sides[::-1]):
                for word in here:
                    against.setdefault(word, set()).update(there)
    return {word: frozenset(others - {word}) for word, others in against.items()}


_AGAINST = _sides()


def opposites_of(word: str) -> frozenset[str]:
    """The words that may mean the opposite of one in small letters, all in theirs.

    >>> "shut" in opposites_of("opened"), opposites_of("unarmed"), "fallen" in opposites_of("rose"), opposites_of("under")
    (True, frozenset({'armed'}), True, frozenset())
    """
    found = _AGAINST.get(word, frozenset())
    if word.startswith("un") and len(word) >= _LEAST + 2 and word not in _NOT_UN:
        return found | {word.removeprefix("un")}
    return found
