"""Who holds a place: whether a claim and one that it is set against are of the same place, by the words around the pole.

The poles of the frame *who holds it* are words alone (``captured``, ``stronghold``). Two claims part over a place only where what
the one calls taken is what the other names: not people, who are captured too, nor what was held before (``the occupied lock``),
nor a place of which the taker merely has a name in common with the other claim.
"""

from __future__ import annotations

from rashomon.accounts.conflicts.opposition import FRAMES, Claim, of_pole
from rashomon.reading.text.counted import PEOPLE

HOLDS = next(n for n, (name, _, _) in enumerate(FRAMES) if name == "who holds it")

_TAKING = FRAMES[HOLDS][1].split()
_PERSONS = PEOPLE | frozenset(
    """
    facilitator commander expert associate gunman bomber pirate national leader chief ringleader spy robber thief smuggler driver
    """.split()
)
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our newly recently once formerly still".split()
)
_PREPOSITIONS = frozenset("by for in from since on at of during after with until as to".split())
_BEING = frozenset("was were is are be been being".split())

#: Words on from a word of taking in which what is taken stands (“three quarters of Marn Valley”), and words before it in the
#: passive. Set on the seed story and on stories of our own.
_REACH = 8


def takes(claim: Claim) -> bool:
    """Whether what a claim says of taking is of a place: one word of it that is neither of people nor of what was before."""
    places = _takings(claim)
    return places is None or bool(places)


def part(taker: Claim, other: Claim) -> bool:
    """Whether a claim that something is taken and one that it is held out are of one place, or of one's speaker.

    What the taker calls taken has a name of the other's, or it is taken from the other's speaker; or the other names the taker's
    speaker. Who is said to take it must not be the other's speaker: then both say that they hold it.
    """
    places = _takings(taker)
    named = {n.lower() for n in taker.names & other.capitalised | taker.capitalised & other.names}
    speaker = {n.lower() for n in taker.capitalised & other.speaker}
    if places is None:
        return bool(named or speaker or other.capitalised & taker.speaker)
    if other.capitalised & taker.speaker:
        return bool(places)
    return any(
        not named.union(speaker).isdisjoint(_taken(taker.words, at))
        and speaker.isdisjoint(() if _is_passive(taker.words, at) else taker.words[:at])
        for at in places
    )


def answers(taker: Claim, other: Claim) -> bool:
    """Whether a claim that stands right behind one that a place is taken is of that place: it names none, and points back.

    >>> from rashomon.accounts.conflicts.opposition import claim
    >>> taken = claim("it had captured the town of Marn and its bridge")
    >>> answers(taken, claim("its troops still held both")), answers(taken, claim("its troops still held the Lidva lock"))
    (True, False)
    """
    points = not other.names and not _BACK.isdisjoint(other.words[-_END:])
    return bool(_takings(taker)) and points


_BACK = frozenset("it them both there town city village bridge valley province district".split())
_END = 3
"""Words at the end of a claim among which what is held stands: *still held both*."""


def _takings(claim: Claim) -> list[int] | None:
    """Places of words of taking that count; None where the claim has none, and its pole is that of a negated word."""
    found = [n for n, word in enumerate(claim.words) if any(of_pole(word, b) for b in _TAKING)]
    return (
        [n for n in found if not _before(claim.words, n) and not _persons(claim.words, n)] if found else None
    )


def _before(words: tuple[str, ...], at: int) -> bool:
    """``the occupied lock``: a participle before its noun tells what was."""
    after = words[at + 1 : at + 2]
    named = bool(after) and after[0] not in _PREPOSITIONS
    return words[at].endswith("ed") and at > 0 and words[at - 1] in _DETERMINERS and named


def _persons(words: tuple[str, ...], at: int) -> bool:
    """Whether people are what is captured: a noun for them before anything else begins."""
    after = words[at + 1 : at + 1 + _REACH]
    for word in after[1:] if after[:1] == ("of",) else after:  # "the capture of a gunman"
        if word in _PREPOSITIONS:
            return False
        if word in _PERSONS or word.removesuffix("s") in _PERSONS or word.endswith("men"):
            return True
    return False


def _is_passive(words: tuple[str, ...], at: int) -> bool:
    """``the valley was captured``, ``the valley has fallen``; not ``the army has captured …``."""
    return words[at] == "fallen" or not _BEING.isdisjoint(words[max(0, at - 2) : at])


def _taken(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The words in which what is taken stands: behind the word, and in the passive before it."""
    after = words[at + 1 : at + 1 + _REACH]
    after = after[: after.index("by")] if "by" in after else after
    return (*words[max(0, at - _REACH) : at], *after) if _is_passive(words, at) else after
