"""Whom a source leads to within its report: a name, or *not known* and why.

Rules, from sure to less sure; the first that decides is the reason given:

1. the source names someone: ``NRF spokesman Ali Nazary`` → Ali Nazary; ``a spokesman for Ali Nazary`` does not;
2. a surname leads to the one person of the report who bears it; of several, to one only on evidence;
3. an organisation speaks as itself: ``the Taliban``; a short form leads to the long one: ``the NRF``;
4. ``his father``, where the report says whose son he is;
5. ``the spokesman``, ``the minister``: the last person given that role; ``the group``: the last organisation;
6. ``he``, ``she``: who spoke last, or the last person that a sentence began with;
7. ``I``, ``we`` inside a statement: its speaker.

Everything else, ``officials``, ``reports``, ``a senior aide``, names nobody: the speaker is not known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.reading.attributions import Found
from rashomon.reading.organisations import (
    GROUPS,
    Organisation,
    abbreviations,
    by_noun,
    fullest,
    organisations,
)
from rashomon.reading.people import (
    FEMALE,
    KIN,
    MALE,
    TITLES,
    Person,
    bare_name,
    candidates,
    parents,
    people,
    plain,
)
from rashomon.records import Mention, MentionKind, Span, Speaker

ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson president premier chancellor minister secretary senator congressman
    congresswoman representative governor mayor commander general colonel captain admiral chief leader
    chairman chairwoman director head ambassador envoy diplomat official officer judge prosecutor lawyer
    attorney professor philosopher historian analyst author writer journalist reporter editor activist
    candidate nominee frontrunner billionaire businessman businesswoman mogul doctor chair deputy colonel witness resident
    engineer founder executive manager strategist adviser advisor aide bishop imam sheriff
    """.split()
)
NOBODY = frozenset(
    """
    they he she it we you i who those these this that many some others most several few both one two all everyone
    critics officials reports sources police people experts analysts residents witnesses authorities observers
    lawmakers democrats republicans voters
    """.split()
)
"""Words that may stand with a capital and yet name nobody."""

_OWNED = re.compile(r"(?:his|her|its|their|the|a|an|[\w-]+['’]s)\s", re.I)
_PLACE = re.compile(r"\s+(?:in|at|from|on)\s+[\w\s]+$")
_DETERMINERS = re.compile(r"^(?:the|a|an|this|that|one|both)\s+", re.I)
_BREAK = re.compile(r"\s*(?:,|;|\(|—|–|\bwho\b|\bwhose\b|\bwhich\b|\bthat\b)")
_PREPOSITION = re.compile(
    r"(?:^|\s)(?:for|of|from|by|with|to|against|on|at|in|about|behind|near|like)\s*$", re.I
)
_AFTER_NAME = re.compile(
    r"^\s*(?:$|himself|herself|jr\.?|sr\.?|(?:for|of|from|in|at|on|to|and|with|during|through|via|as)\b)",
    re.I,
)
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][\w’'&.-]*)(?:\s+(?:of|for|the|and|de|al|[A-ZÀ-Þ][\w’'&.-]*))*")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the rules look at: the report's text, people, organisations and attributions.

    ``speaking`` holds who speaks under a full name; ``None`` while that is being found out.
    """

    text: str
    persons: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    mentions: tuple[Mention, ...]
    found: tuple[Found, ...]
    abbreviations: dict[str, tuple[str, Span]]
    speaking: frozenset[str] | None = None


def speakers(text: str, mentions: Sequence[Mention], found: Sequence[Found]) -> tuple[Speaker, ...]:
    """The speaker of each attribution, in order."""
    scene = _Scene(
        text,
        people(text, mentions),
        organisations(text, mentions),
        tuple(mentions),
        tuple(found),
        abbreviations(text),
    )
    named: dict[int, Speaker] = {}
    for i, f in enumerate(found):  # names first: who speaks by full name helps to tell who a surname means
        if f.source and (speaker := _named(scene, f.source[0])) is not None:
            named[i] = speaker
    speaking = frozenset(s.name for s in named.values() if s.name and s.kind is MentionKind.PERSON)
    scene = replace(scene, speaking=speaking)
    out: list[Speaker] = []
    for i, f in enumerate(found):
        out.append(_speaker(scene, f, named.get(i), out))
    return tuple(out)


def _speaker(scene: _Scene, f: Found, named: Speaker | None, before: Sequence[Speaker]) -> Speaker:
    if not f.source:
        return Speaker(None, "no source is expressed")
    source = f.source[0]
    words = " ".join(scene.text[source.start : source.end].split())
    low = plain(words)
    outer = before[f.inside] if f.inside is not None and f.inside < len(before) else None
    if low in ("i", "me", "we", "us"):
        if outer and outer.name and low in ("i", "me"):
            return Speaker(outer.name, f"“{words}” inside what {outer.name} said", outer.kind, outer.evidence)
        return Speaker(None, f"“{words}” names nobody")
    if named is not None and named.name:
        return named
    again = _named(scene, source)
    if again is not None:
        return again
    if low in ("he", "she"):
        return _pronoun(scene, f, low, before, outer)
    return _kin(scene, source, words, before) or _by_role(scene, source, words) or Speaker(
        None, f"“{words}” names nobody"
    )  # fmt: skip


def _named(scene: _Scene, source: Span) -> Speaker | None:
    """The person or organisation that the source itself names; a speaker without name where several fit."""
    text = scene.text
    cut = _BREAK.search(text, source.start + 1, source.end)
    head_end = cut.start() if cut else source.end
    head = text[source.start : head_end]
    here = [m for m in scene.mentions if m.kind is MentionKind.PERSON]
    for m in reversed([m for m in here if source.start <= m.start < head_end and m.end <= source.end + 2]):
        owns = text[m.end - 2 : m.end] in ("’s", "'s") or text[m.end : m.end + 1] in ("’", "'")
        leads = _PREPOSITION.search(text[source.start : m.start]) is None
        if not owns and leads and _AFTER_NAME.match(text[min(m.end, head_end) : head_end]):
            return _person(scene, m.start, m.end)
    thing = _organisation(scene, source.start, head_end)
    if thing is not None or cut is None:
        return thing
    # "its deputy chair, Ruvin Sall", "Her father, the engineer Tomas Varesh"
    if head[:1].islower() or _OWNED.match(head):
        for m in (m for m in here if head_end <= m.start and m.end <= source.end + 2):
            between = text[cut.end() : m.start]
            if all(plain(w) in ROLES or w in ("the", "a", "an") or w[0].isupper() for w in between.split()):
                return _person(scene, m.start, m.end)
    return None


def _person(scene: _Scene, start: int, end: int) -> Speaker | None:
    name, span, titles = bare_name(scene.text, start, end)
    fits = candidates(name, scene.persons)
    if len(fits) == 1:
        p = fits[0]
        why = "named in the source" if plain(p.name) == plain(name) else f"the one {name} of the report"
        return Speaker(p.name, why, MentionKind.PERSON, p.at)
    if not fits:
        return Speaker(name, "named in the source", MentionKind.PERSON, span)
    return _one_of(scene, name, span, titles, fits)


def _one_of(
    scene: _Scene, name: str, at: Span, titles: frozenset[str], fits: Sequence[Person]
) -> Speaker | None:
    """Of several people of one short name, the one whom the evidence singles out, or nobody."""
    if scene.speaking is None:
        return None
    evidence: list[tuple[int, Person, list[str]]] = []
    gender = "f" if titles & FEMALE else "m" if titles & MALE else None
    if gender:
        fits = [p for p in fits if p.gender in (None, gender)] or fits
        same = [p for p in fits if p.gender == gender]
        if len(same) == 1 or len(fits) == 1:
            p = (same if len(same) == 1 else fits)[0]
            return Speaker(p.name, f"the {name} whom the title fits", MentionKind.PERSON, p.at)
    latest = max(fits, key=lambda p: max((s.start for s in p.mentions if s.start < at.start), default=-1))
    for p in fits:
        score = 0
        reasons: list[str] = []
        if p.name in scene.speaking:
            score, reasons = score + 2, [*reasons, "speaks elsewhere in the report"]
        if p.dead:
            score -= 3
        if titles and titles & p.titles:
            score, reasons = score + 2, [*reasons, "bears the same title"]
        if p is latest:
            score, reasons = score + 1, [*reasons, "was named last"]
        evidence.append((score, p, reasons))
    evidence.sort(key=lambda e: -e[0])
    (best, person, reasons), (second, other, _) = evidence[0], evidence[1]
    if best - second < 2:
        names = " or ".join(p.name for p in fits)
        return Speaker(None, f"“{name}” may be {names}")
    why = " and ".join(reasons) or "still alive in the report"
    if other.dead:
        why += f"; of {other.name} the report says that they died"
    return Speaker(
        person.name, f"of the {len(fits)} people called {name}, this one {why}", MentionKind.PERSON, person.at
    )


def _organisation(scene: _Scene, start: int, end: int) -> Speaker | None:
    """The organisation, place or otherwise capitalised name that the words up to ``end`` are, without an article."""
    text = scene.text
    words = text[start:end].rstrip()
    if (place := _PLACE.search(words)) is not None:
        words = words[: place.start()]
    article = _DETERMINERS.match(words)
    first = start + (article.end() if article else 0)
    last = start + len(words)
    name = " ".join(text[first:last].split())
    if name in scene.abbreviations:
        long, span = scene.abbreviations[name]
        return Speaker(long, f"{name} stands for it in the report", MentionKind.ORGANISATION, span)
    if not _CAPITALS.fullmatch(name) or plain(name) in NOBODY:
        return None
    if candidates(bare_name(text, first, last)[0], scene.persons):
        return _person(scene, first, last)
    thing = fullest(name, scene.organisations)
    if thing is not None:
        why = "named in the source" if plain(thing.name) == plain(name) else f"the one {name} of the report"
        return Speaker(thing.name, why, thing.kind, thing.at[0])
    if article and article.group().strip().lower() != "the":
        return None
    last_word = plain(name).split()[-1]
    one_word = " " not in name
    if plain(name).split()[0] in TITLES and not one_word:
        return _person(scene, first, last)
    sentence_start = (
        not article and re.search(r"(?:^|[.!?:”“‘«(\"\n])\s*$", text[max(0, start - 3) : start]) is not None
    )
    if last_word in ROLES | NOBODY or (one_word and last_word in GROUPS):
        return None
    if sentence_start and one_word and not _elsewhere(text, name, first):
        return None
    return Speaker(name, "named in the source", None, Span(first, last))


def _elsewhere(text: str, name: str, at: int) -> bool:
    """Whether the name, with its capital, also stands inside some sentence."""
    inside = re.compile(r"(?<=[a-z,] )" + re.escape(name) + r"\b")
    return any(m.start() != at for m in inside.finditer(text))


def _kin(scene: _Scene, source: Span, words: str, before: Sequence[Speaker]) -> Speaker | None:
    """``his father``: the parent that the report names for the person meant by *his*."""
    match = re.fullmatch(r"(his|her|[\w’' -]+['’]s)\s+(?:\w+\s+)?(father|mother)", words, re.I)
    if match is None:
        return None
    known = parents(scene.text, scene.persons)
    children = [p for p in scene.persons if p.name in known]
    whose = match.group(1).lower()
    if whose in ("his", "her"):
        gender = "m" if whose == "his" else "f"
        names = [
            p.name for p in children if p.gender in (None, gender) and p.mentions[0].start < source.start
        ]
        child = next((s.name for s in reversed(before) if s.name in names), names[-1] if names else None)
    else:
        fits = candidates(re.sub(r"['’]s$", "", match.group(1)), children)
        child = fits[0].name if len(fits) == 1 else None
    if child is None:
        return None
    parent = known[child]
    if parent.gender not in (None, KIN[match.group(2).lower()]):
        return None
    return Speaker(
        parent.name, f"the report calls {child} a child of {parent.name}", MentionKind.PERSON, parent.at
    )


def _by_role(scene: _Scene, source: Span, words: str) -> Speaker | None:
    """``the spokesman``: the last person given that role; ``the group``: the last organisation named."""
    match = re.fullmatch(r"(?:the|this|that)\s+((?:[\w’'-]+\s+){0,2})([\w-]+)", words, re.I)
    if match is None:
        return None
    noun = plain(match.group(2))
    if noun in ROLES:
        for p in reversed(_by_last_mention(scene, source.start)):
            for s in reversed([s for s in p.mentions if s.start < source.start]):
                around = (
                    plain(scene.text[max(0, s.start - 40) : s.start])
                    + " "
                    + plain(_apposition(scene.text, s.end))
                )
                if noun in around.split() or noun in p.titles:
                    why = f"the last {noun} the report named"
                    return Speaker(p.name, why, MentionKind.PERSON, p.at)
    thing = by_noun(noun, source.start, scene.organisations)
    if thing is not None:
        return Speaker(thing.name, f"the {noun} that the report names", thing.kind, thing.at[0])
    return None


def _apposition(text: str, end: int) -> str:
    match = re.match(r",\s+([^,.;\n]{3,60})", text[end : end + 64])
    return match.group(1) if match else ""


def _by_last_mention(scene: _Scene, before: int) -> list[Person]:
    met = [
        (max(s.start for s in p.mentions if s.start < before), p)
        for p in scene.persons
        if p.mentions[0].start < before
    ]
    return [p for _, p in sorted(met, key=lambda x: x[0])]


def _pronoun(
    scene: _Scene, f: Found, pronoun: str, before: Sequence[Speaker], outer: Speaker | None
) -> Speaker:
    """``he``, ``she``: who spoke last nearby, unless another person has since begun a sentence."""
    at = f.source[0].start
    contents = [s for g in scene.found for s in g.content if g is not f and not (s.start <= at < s.end)]
    gender = "m" if pronoun == "he" else "f"
    fitting = [
        p for p in scene.persons if p.gender in (None, gender) and not (outer and p.name == outer.name)
    ]

    def outside(s: Span) -> bool:
        return not any(c.start <= s.start < c.end for c in contents)

    met = sorted((s, i) for i, p in enumerate(fitting) for s in p.mentions if s.start < at and outside(s))
    here = at - 600  # about four sentences back
    near = [(s, fitting[i]) for s, i in met if s.start >= here]
    beginning = [(s, p) for s, p in near if _begins_sentence(scene.text, s.start)]
    last = _last_source(scene, f, before)
    since = beginning[-1][0].start if beginning else -1
    if last is not None and since <= last[0]:
        spoke = next((p for p in fitting if p.name == last[1].name), None)
        if spoke is not None:
            return Speaker(
                spoke.name, f"“{pronoun}” follows what {spoke.name} said", MentionKind.PERSON, spoke.at
            )
        if last[1].name is None:
            return Speaker(None, f"“{pronoun}” follows what somebody without a name said")
    pick = beginning[-1:] or near[-1:]
    if pick and (len({p.name for _, p in near[-3:]}) == 1 or beginning or f.inside is not None):
        p = near[-1][1] if f.inside is not None else pick[0][1]
        return Speaker(p.name, f"“{pronoun}” follows the name of {p.name}", MentionKind.PERSON, p.at)
    return Speaker(None, f"“{pronoun}”: no one person before it stands out")


def _last_source(scene: _Scene, f: Found, before: Sequence[Speaker]) -> tuple[int, Speaker] | None:
    """Who spoke last at the same level, within two paragraphs, and where their source stands."""
    at = f.source[0].start
    for g, s in reversed(list(zip(scene.found, before, strict=False))):
        if g.inside == f.inside and g.source and g.source[0].start < at:
            near = len(re.findall(r"\n+", scene.text[g.source[0].end : at])) <= 2
            return (g.source[0].start, s) if near else None
    return None


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a name stands first in its sentence, titles and a few words before it let through."""
    before = text[max(0, start - 50) : start]
    last = re.split(r"(?<=[.!?”\"])\s|\n", before)[-1]
    return (len(before) < 50 and "\n" not in before) or len(last.split()) <= 3
