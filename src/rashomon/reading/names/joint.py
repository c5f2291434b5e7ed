"""Sources that name several: ``Anna Kerr and Jan Oulik``, who say it together, and of whom neither says it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.titles import TITLES
from rashomon.reading.text.numbers import spelt
from rashomon.reading.text.surface import FILLER
from rashomon.records import Span, Speaker

_WITH = r"(?:and|&|as well as|along with|together with)"
_AND = rf"(?:or|nor|{_WITH})"
_PRONOUN = r"(?:he|she|they|we|you|i|him|her)"
_GOVERNS = re.compile(
    r"\b(?:for|of|from|by|with|to|against|on|at|in|about|behind|near|like|as|who|which|that|whose|between)\b",
    re.I,
)
"""Words under which a name is not who speaks: *a spokesman for Kerr and Oulik*."""

_OPEN = re.compile(r"\b(?:or|nor|either|neither)\b", re.I)
"""What leaves it open who of those named says it, or whether anyone does."""

_MANY = (
    rf"(?:other|fellow|{spelt(2, 10)}|\d{{1,3}}|several|some|many|most|dozens\s+of|hundreds\s+of"
    r"|a\s+few|a\s+dozen)"
)
_WORD = rf"(?!{_AND}\b)(?!(?:who|which|that|for|in|at|on|by|from|with)\b)[\w’'-]+"
_OTHERS = r"(?:[\w’'-]+\s+){0,3}(?:others|colleagues|signatories|co-signatories)\b"
_ONE = rf"(?:(?:his|her|its|their|the|a|an|another)\s+(?:{_WORD}\s+){{0,4}}{_WORD})"
_SOME = (
    rf"(?:{_MANY}\s+(?:{_WORD}\s+){{0,4}}{_WORD}"
    rf"|(?-i:(?:(?!(?:has|is|was|does|says)\b)[a-z][a-z’'-]*\s+){{0,3}}(?!(?:and|or)\b)[A-Z]?[a-z]+s|(?:[a-z-]+\s+){{0,2}}police))"
)
"""People by what they are, of whom there are many: *ten others*, *two fellow ministers*, *witnesses*, *local police*."""
_NO_HEAD = re.compile(r";|\b(?:called|named|including|entitled|titled)\b", re.I)
"""Words behind which a name stands in a title, or as one of those that were told of before it."""
_NAMED_BEHIND = re.compile(r"(?:\s+(?:of|for|in|at|from)\s+[^,;()]{1,60})?,\s+")
_STOP = r"(?=\s*(?:$|[,;(—–]|(?:who|which|that|for|of|in|at|on|by|from|with|both|each|all|alike|jointly|together|separately)\b))"
_MORE = re.compile(rf",?\s+{_WITH}\s+(?P<who>{_OTHERS}|(?:{_ONE}|{_SOME}){_STOP})", re.I)
_MORE_OTHERS = re.compile(
    rf",\s[^,;()]{{1,120}},\s+{_WITH}\s+(?P<who>(?:{_MANY}\s+){{0,2}}others?\b[^,;()]*)", re.I
)
"""Behind what stands beside a name, *and* may join what it tells as well (*a lawyer and a friend*), but not others."""
_BEFORE_ONE = re.compile(
    rf"(?:both\s+)?(?P<who>{_PRONOUN}|{_ONE}|{_SOME}),?\s+{_AND}\s+(?:(?:Mr|Mrs|Ms|Dr|Miss)\.?\s+)?", re.I
)
_BEFORE_TITLED = re.compile(rf"(?P<who>{_SOME})\s+{_WITH}\s+(?P<lead>(?:[\w.’'-]+\s+){{0,5}})", re.I)
_INCLUDING = re.compile(rf"(?P<who>(?:{_WORD}\s+){{0,6}}{_WORD}),?\s+including\s+[^,;()]*", re.I)
_AND_PRONOUN = re.compile(rf",?\s+{_AND}\s+(?P<who>{_PRONOUN})\b", re.I)
_NAMELESS = re.compile(
    rf"(?:both\s+)?(?P<one>he|she|they|(?:the|this)\s+(?:{_WORD}\s+){{0,4}}{_WORD})\s+{_WITH}\s+"
    rf"(?P<two>(?:(?:his|her|its|their)\s+(?:{_WORD}\s+){{0,4}}{_WORD}|{_MANY}\s+(?:{_WORD}\s+){{0,4}}{_WORD}|others){_STOP})",
    re.I,
)
_LISTED = re.compile(r"(?:\s*\([^()]*\))?,\s+(?P<lead>(?:[\w.’'-]+\s+){0,5})")
_ROLES_ALONE = frozenset("mr mrs ms dr miss".split())

_LEAD = r"(?:(?!and\b|or\b|nor\b)[\w.’'-]+,?\s+){0,6}"
_JOINED = re.compile(rf"(?P<between>.*?),?\s+{_AND}\s+(?P<lead>{_LEAD})", re.S)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_OF_SOMETHING = re.compile(r"\s+(?:of|from|at|with|in|for)\s+[^,;()]+")
_APPOSITION = re.compile(r",\s[^;()]+")
_ENDS = re.compile(
    r"(?:[’']s?)?\s*(?:$|[,;(]|(?:himself|herself|jr\.?|sr\.?|both|each|all|alike|jointly|together|separately"
    r"|for|of|from|in|at|on|to|and|or|nor|with|who|during|via|as)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Joint:
    """Several whom a source names or describes together.

    ``span`` reaches from the first to the last of them. ``members`` are the spans of each, in text order, ``names`` those of
    them that are names; ``members`` is empty where it is left open who of them says it (*or*, *nor*).
    """

    span: Span
    members: tuple[Span, ...]
    names: tuple[Span, ...]


def joint(text: str, source: Span, names: Sequence[Span], people: Sequence[Span]) -> Joint | None:
    """The several that a source joins by *and*, or ``None`` where it names one or nobody.

    ``names`` are the spans in it that name persons, organisations or places, in text order, ``people`` those that name persons. A
    name under a preposition (*a spokesman for Kerr and Oulik*) and one that owns something (*Kerr’s lawyer*) is none of them.

    >>> text = "Ann Lee, the mayor of Harn, and Tom Brandt"
    >>> joint(text, Span(0, 42), [Span(0, 7), Span(32, 42)], [Span(0, 7), Span(32, 42)]).span
    Span(start=0, end=42)
    """
    if names and ":" in text[source.start : names[0].start]:
        return None  # "“Enough: Ann Lee and the Making of Harn”"
    top, several = _named(text, source, names, people)
    ends = [n for n in top if _after_name(text, n, source.end) and not _owns(text, n, source.end)]
    told: list[Span] = []
    if several:
        several = _listed(text, several, top, people)
        if (more := _more(text, several[-1], source, names)) is not None:
            told = [more]
        elif (first := _including(text, several[0], source)) is not None:
            told = [first]
    else:
        for one in ends:
            if (more := _more(text, one, source, names)) is not None:
                several, told = _listed(text, [one], top, people), [more]
                break
        if not several and ends and ends[0] == top[0] and (before := _before(text, ends[0], source, people)):
            several, told = [ends[0]], [before]
    if several:
        every = sorted([*several, *told])
        named = tuple(s for s in every if s not in told)
    elif ends or (m := _NAMELESS.match(text, source.start, source.end)) is None:
        return None
    else:
        every, named = [Span(*m.span("one")), Span(*m.span("two"))], ()
    span = Span(every[0].start, every[-1].end)
    edges = [source.start, *(at for s in every for at in (s.start, s.end))]
    between = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=False)]
    if any(_OPEN.search(words) for words in between):
        return Joint(span, (), named)
    return Joint(span, tuple(every), named)


def _named(
    text: str, source: Span, names: Sequence[Span], people: Sequence[Span]
) -> tuple[list[Span], list[Span]]:
    """The names that stand under no other word, and those, in text order, that *and* joins."""
    top: list[Span] = []
    several: list[Span] = []
    for name in names:
        if _GOVERNS.search(text, source.start, name.start) is None:
            top.append(name)
        before = [n for n in top if n.end < name.start and _after_name(text, n, source.end)]
        if not _after_name(text, name, source.end) or _owns(text, name, source.end):
            continue
        first = next((n for n in reversed(before) if _joins(text, n, name, people)), None)
        if first is not None:
            several += [n for n in (first, name) if n not in several]
            if name not in top:
                top.append(name)
    return top, sorted(several)


def _owns(text: str, name: Span, end: int) -> bool:
    return re.match(r"[’'](?:s\b|(?!s))\s*\S", text[name.end : end]) is not None


def _listed(text: str, several: list[Span], top: Sequence[Span], people: Sequence[Span]) -> list[Span]:
    """The joined names and those before the first of them that only commas divide from it: *Kerr, Dal and Oulik*."""
    out = list(several)
    for name in sorted((n for n in top if n.end < out[0].start), reverse=True):
        m = _LISTED.fullmatch(text, name.end, out[0].start)
        if m is None or _GOVERNS.search(m["lead"]) or (name in people) is not (out[0] in people):
            break
        if name not in people and m["lead"].strip().lower() not in ("", "the"):
            break
        out.insert(0, name)
    return out


def _more(text: str, name: Span, source: Span, names: Sequence[Span]) -> Span | None:
    """Those whom *and* joins to a name before them by what they are: *Kerr and her lawyer*, *Kerr and ten others*.

    A name may follow: *Kerr and her head of staff, Jan Oulik*.
    """
    if _NO_HEAD.search(text, source.start, name.start):
        return None
    for pattern in (_MORE, _AND_PRONOUN, _MORE_OTHERS):
        if (m := pattern.match(text, name.end, source.end)) is not None:
            who = Span(*m.span("who"))
            behind = (
                n for n in names if n.start > who.end and _NAMED_BEHIND.fullmatch(text, who.end, n.start)
            )
            return Span(who.start, next((n.end for n in behind), who.end))
    return None


def _before(text: str, name: Span, source: Span, people: Sequence[Span]) -> Span | None:
    """Those without a name whom *and* joins to a name behind them: *he and Kerr*, *witnesses and Mayor Kerr*.

    *The actress and mayor Anna Kerr* is one woman.
    """
    if (m := _BEFORE_ONE.fullmatch(text, source.start, name.start)) is not None:
        begins = plain(text[name.start : name.end]).split()[:1]
        one_of_many = re.fullmatch(rf"{_PRONOUN}|{_SOME}", m["who"], re.I) is not None
        if one_of_many or not set(begins) & (TITLES - _ROLES_ALONE):
            return Span(*m.span("who"))
    m = _BEFORE_TITLED.fullmatch(text, source.start, name.start) if name in people else None
    if m is None or _GOVERNS.search(m["lead"]) or _OPEN.search(m["lead"]):
        return None
    return Span(*m.span("who"))


def _including(text: str, name: Span, source: Span) -> Span | None:
    """Of *other ministers, including Kerr and Oulik*, the ministers."""
    m = _INCLUDING.fullmatch(text, source.start, name.start)
    return Span(*m.span("who")) if m is not None else None


def together(text: str, several: Sequence[Speaker]) -> str:
    """Those who say something together, by their names, or the source's words for who is not known.

    >>> together("her lawyer", [Speaker("Ann Lee", ""), Speaker(None, "", None, Span(0, 10))])
    'Ann Lee and “her lawyer”'
    """
    return all_of((one.name, words_at(text, one.evidence) if one.evidence else None) for one in several)


def all_of(several: Iterable[tuple[str | None, str | None]]) -> str:
    """The same, each given by the name (``None``: not known) and the source's words, where these are known.

    >>> all_of([("Ann Lee", "Lee"), (None, "her lawyer"), (None, None)])
    'Ann Lee, “her lawyer” and others'
    """
    told = [name or (f"“{words}”" if words else "others") for name, words in several]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)


def words_at(text: str, span: Span) -> str:
    """The words of a span on one line, without what fills the place of markup."""
    return " ".join(text[span.start : span.end].replace(FILLER, "").split())


def beside_and(text: str, name: Span, people: Sequence[Span]) -> bool:
    """Whether *and* stands between a name and another person's, nothing else: neither of the two is meant alone."""
    return any(
        re.fullmatch(rf",?\s+{_AND}\s+", text[min(a.end, b.end) : max(a.start, b.start)]) is not None
        for a, b in ((p, name) for p in people if p != name)
    )


def _joins(text: str, first: Span, second: Span, people: Sequence[Span]) -> bool:
    """Whether *and* joins two names, with what may stand beside the first and before the second."""
    stretch = text[first.end : second.start]
    m = _JOINED.fullmatch(stretch)
    if m is None or _GOVERNS.search(m["lead"]):
        return False
    between, lead = _ASIDE.sub("", m["between"]), m["lead"].strip()
    comma = stretch[m.end("between") : m.end("between") + 1] == ","
    if first not in people or second not in people:
        # "NATO and EU commander Tom Brandt" is one man.
        titled = second in people and first not in people and len(lead.split()) == 1 and lead[0].isupper()
        return (not between or (comma and _APPOSITION.fullmatch(between) is not None)) and (
            lead in ("", "the", "The") or titled
        )
    if not between or (comma and _APPOSITION.fullmatch(between)):
        return True
    within = any(first.end < p.start < second.start for p in people)
    return _OF_SOMETHING.fullmatch(between) is not None and not within


def _after_name(text: str, name: Span, end: int) -> bool:
    """Whether a name ends its phrase: not *Kerr* of *Kerr supporters*."""
    return _ENDS.match(text[name.end : max(end, name.end)]) is not None
