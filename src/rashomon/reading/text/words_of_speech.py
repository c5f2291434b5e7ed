"""The words that report speech: verbs in all their forms, and nouns.

Every stage that asks for them takes its own from here: a group, or groups put together, as ``SAYING | ASKING``; what it leaves
out or puts to them it names, and says why. Verbs stand by what they make of their content, each in one group.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.reading.text.conjugation import Form, forms

SAYING = frozenset(
    """
    say tell write testify reply add report explain remark answer confirm admit concede acknowledge argue maintain contend claim
    assert declare mention comment reveal disclose tweet post recall repeat reiterate stress emphasise emphasize underline
    underscore insist affirm respond continue conclude observe announce state note inform predict
    """.split()
)
"""Plain verbs of saying, whose content *is* what was said."""

ASKING = frozenset("ask inquire enquire wonder".split())
DENYING = frozenset("deny refute dispute rebut".split())
TURNING_DOWN = frozenset("reject dismiss contradict disavow repudiate debunk disclaim".split())
RETRACTING = frozenset("retract recant disown".split())
PROMISING = frozenset("promise pledge vow swear threaten warn assure".split())
SUPPOSING = frozenset("allege estimate suggest hint propose recommend".split())
URGING = frozenset(
    "urge order instruct advise demand request appeal remind notify brief forbid question".split()
)
JUDGING = frozenset(
    """
    accuse agree complain condemn counter criticise criticize decline denounce lament object praise protest refuse
    """.split()
)
RECEIVING = frozenset(
    "applaud condemn criticise criticize decry denounce deride hail mock praise ridicule welcome".split()
)
"""How somebody takes what another has done or said: *was praised by the mayor*."""
VOICING = frozenset("boast chant confess joke mutter preach proclaim retort shout utter whisper".split())
GIVING = frozenset(
    """
    call cite convey describe dictate elaborate phrase point print publish put quote read recount refer relate sign speak spell
    talk teach
    """.split()
)
"""Verbs for giving words, or a word for something."""

MOSTLY_TELLING = frozenset(
    """
    advocate apologise apologize attack attribute beg blame champion charge clarify compare detail direct encourage endorse
    express identify imply indicate indict invite mock offer outline plead pressure rule scream slam tout voice yell
    """.split()
)
"""Verbs for deeds that are mostly done by saying something: *was charged with*, *outlined*."""

BESIDE_QUOTATION = frozenset(
    """
    bark bellow boom cry gasp giggle groan growl grumble grunt howl laugh lament moan mumble murmur muse plead quip rage roar
    scoff scream shriek shrug sigh smile snap snarl sneer sob thunder wail wonder yell
    """.split()
)
"""Sounds and faces, which tell that a quotation right beside is somebody's words, and elsewhere no speech."""

REPORTING = (
    SAYING | ASKING | DENYING | TURNING_DOWN | PROMISING | SUPPOSING | URGING | JUDGING | VOICING | GIVING
) - RETRACTING
"""All verbs that report speech by themselves."""

NOUNS = frozenset(
    """
    account address allegation announcement answer article assertion briefing charge claim comment complaint declaration denial
    interview letter message order phrase pledge poem promise proverb quotation quote remark reply report request response saying
    sentence slogan speech statement story testimony threat tweet vow warning word words
    """.split()
)
"""Nouns of saying, in the singular."""

MOSTLY_TOLD = frozenset(
    """
    advice critique description finding invitation lawsuit motion narrative news offer petition plea revelation rumor rumour
    ruling
    """.split()
)
"""Nouns for what is mostly said or written down."""

ALSO_NOUNS = (REPORTING & NOUNS) | frozenset(
    "boast chant joke mention note post retort shout state whisper".split()
)
"""Verbs with a form that is the plural of a noun: *his remarks*."""

CLAIMS = frozenset("report claim allegation accusation suggestion assertion account rumor rumour".split())
"""Nouns for what somebody holds and others can turn down."""
COUNTS = frozenset("figure toll estimate".split())
"""Nouns for numbers that somebody gives and others can turn down."""


def beginnings(verbs: Iterable[str]) -> list[str]:
    """What the forms of some verbs begin with, and the nouns made of them (*refusal*, *declaration*) too.

    >>> beginnings({"deny", "refuse", "tell", "admit"})
    ['admit', 'denied', 'denies', 'deny', 'refus', 'tell', 'told']
    """
    roots = {word.removesuffix("e") for word in forms(verbs)}
    return sorted(
        root for root in roots if not any(root != other and root.startswith(other) for other in roots)
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longer first."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


def singular_and_plural(nouns: Iterable[str]) -> list[str]:
    """
    >>> singular_and_plural(["story", "address", "words"])
    ['address', 'addresses', 'stories', 'story', 'words']
    """
    return sorted({form for noun in nouns for form in (noun, _plural(noun))})


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun if noun == "words" else noun + ("es" if noun.endswith("s") else "s")


QUOTES = any_of(forms({"cite", "quote"}, ~Form.BASE))
"""Who gives another’s words does so: *quoted*, *citing*."""

SAYINGS = forms({"say", "state", "tell", "write"}, Form.ING)
AS_SAYING = rf"as\s+{any_of(SAYINGS)}"
"""Behind it stands what is said in what is quoted: *quoted as saying*."""
