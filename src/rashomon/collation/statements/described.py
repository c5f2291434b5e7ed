"""Whom a source describes that has no name, and whom it cannot be: "two witnesses" are no spokesman by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, WORD, stem
from rashomon.reading.text.possessives import without_possessive_s
from rashomon.records import SourceKind

_POINTS = frozenset(
    """
    he she they it we i you who which that this these those him her them himself herself themselves one both his hers theirs
    """.split()
)

_MANY = re.compile(
    r"(?:at least |about |some |more than |the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|few"
    r"|a few|dozens|hundreds|all|various|others?|a number of|a group of|a couple of|one of)\b",
    re.I,
)

_PLURALS = frozenset("people men women police media authorities troops press staff crew".split())

_TAIL = re.compile(
    r",| (?:who|which|that|in|of|for|at|by|from|on|with|to|about|close|familiar|near|inside|speaking|quoted|citing)\b"
)

_BODIES = frozenset(
    """
    agency association authority bureau center centre channel club commission committee council daily department force
    government group hospital institute magazine media ministry network newspaper observatory office organisation
    organization paper party police post press radio service station television times tv union university weekly
    """.split()
)
"""Heads of a source that is a body."""

_NOBODYS = frozenset(
    """
    poll report reports story study survey test tests witness resident neighbour neighbor bystander survivor victim
    """.split()
)
"""Heads of a source that is a paper or a bystander: like a body, not another name for a person who is known to have spoken."""

_GROUPS = {
    SourceKind.WITNESS: "a witness",
    SourceKind.REPORTS: "the media",
    SourceKind.CLOSE: "an insider",
    SourceKind.SOURCES: "an insider",
    SourceKind.OFFICIAL: "an official",
    SourceKind.SPOKESPERSON: "a spokesperson",
    SourceKind.EXPERT: "an expert",
}

_ANY_BODYS = frozenset(
    """
    agency authority bureau department group office organisation organization service
    official officials spokesman spokesmen spokesperson spokespersons spokespeople spokeswoman spokeswomen
    senior top unnamed anonymous one two several
    """.split()
)
"""Words that a source may be told in that is, or speaks for, any body by name; *the ministry* and *the newspaper* are no front,
and *Lidva officials* are of Lidva."""

_MAY_BE = frozenset({frozenset({"an insider", "an official"}), frozenset({"a spokesperson", "an official"})})
"""Of unlike kinds those that one source may be called by two reports."""
_ANY_BODYS_STEMS = frozenset(map(stem, _ANY_BODYS))
_BODIES_STEMS = frozenset(map(stem, _BODIES))


@dataclass(frozen=True, slots=True)
class Description:
    """A source that has no name: what describes it, as stems, of what kind it is, and whether it cannot be a person by name.

    ``body``: it may stand for a body by name, as *the agency* and *officials* do.
    """

    words: frozenset[str]
    kind: str | None
    other: bool
    body: bool


@lru_cache(maxsize=50_000)
def described(source: str, kind: SourceKind | None) -> Description | None:
    """Whom the words of a source without a name describe; ``None`` for a pronoun, a short name or none, which may be anybody's.

    >>> described("he", SourceKind.PEOPLE), described("Varesh", SourceKind.PEOPLE), described("", SourceKind.NOT_EXPRESSED)
    (None, None, None)
    >>> described("two witnesses", SourceKind.WITNESS).other, described("a spokesman", SourceKind.SPOKESPERSON).other
    (True, False)
    """
    words = " ".join(source.split()).strip(" ,.:;“”\"'’—–-")
    tokens = re.findall(r"[^\W_][\w’'-]*", words)
    if not tokens or all(t.lower() in _POINTS for t in tokens):
        return None
    stems = frozenset(stem(t) for t in tokens if t.lower() not in FUNCTION_WORDS)
    named = all(t[0].isupper() for t in tokens if t.lower() not in FUNCTION_WORDS)
    if named and kind not in _GROUPS:
        return None
    tail = _TAIL.search(words, 1)
    heads = re.findall(r"[^\W_][\w’'-]*", words[: tail.start()] if tail else words)
    head = without_possessive_s((heads or tokens)[-1].lower())
    several = bool(_MANY.match(words)) or head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))
    group = _GROUPS.get(kind) if kind else None
    other = several or head in _BODIES or head in _NOBODYS
    return Description(stems, group, other, stems <= _ANY_BODYS_STEMS)


def unlike(one: Description, other: Description) -> bool:
    """Whether two sources without a name are of unlike kinds: a witness and an official, but not two officials."""
    if one.kind is None or other.kind is None or one.kind == other.kind:
        return False
    return frozenset((one.kind, other.kind)) not in _MAY_BE and one.words.isdisjoint(other.words)


def cannot_be(one: Description, known: str, body: bool = False) -> bool:
    """Whether a source without a name cannot be a speaker by name, a ``body`` or somebody; ``known`` are the words of his source,
    and his name.

    One that shares a word with them may be him: "police officials", and "Lidva police"; and "the agency" may be any body whose
    name does not tell that it is something else, as a ministry.

    >>> agency = described("the agency", None)
    >>> assert agency is not None
    >>> cannot_be(agency, "Harbour Survey", True), cannot_be(agency, "Harbour Ministry", True), cannot_be(agency, "Ada Kerr")
    (False, True, True)
    """
    stems = _stems(known)
    heads = one.words & _BODIES_STEMS
    any_body = body and one.body and (not heads or _BODIES_STEMS.isdisjoint(stems))
    return one.other and not any_body and one.words.isdisjoint(stems)


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(m.group()) for m in WORD.finditer(text))
