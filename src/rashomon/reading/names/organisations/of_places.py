"""What a state, a town or an alliance speaks through: ``Russia’s defence ministry``, ``the Turkish police``, ``the government in
Kyiv``.

Such a body is an organisation although it is written small. Its name is its noun and whose it is (*defence ministry of Russia*),
however a report puts it, so that two reports have one body. *The ministry* alone is none: it takes a place that the report
names, or a country's adjective.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rashomon.capitals import UNOWNED
from rashomon.reading.names.words.peoples import COUNTRIES, country
from rashomon.reading.text.possessives import SIGN
from rashomon.records import Affiliation, Mention, MentionKind, Span, Speaker, line_of

_KIND = (
    r"(?:foreign|defen[cs]e|interior|home|health|finance|justice|education|trade|labou?r|transport|energy|environment|information"
    r"|agriculture|culture|oil|tourism|national|central|federal|state|military|naval|local|regional|provincial|municipal|city"
    r"|district|electoral|election|human rights|emergency|emergencies|weather|security|intelligence|public|civil|supreme|high"
    r"|constitutional|criminal|coast|border|interim|transitional|caretaker|affairs)"
)
_NOUN = (
    rf"(?:{_KIND}\s+(?:and\s+)?){{0,4}}(?:ministry|government|army|military|navy|air force|armed forces|police(?: force)?"
    r"|parliament|court|cabinet|presidency|embassy|consulate|mission|(?:intelligence|security|secret) (?:service|agency)"
    r"|council|coast ?guard|border guard|central bank|commission|fire service|chancellery"
    r"|civil defen[cs]e(?: agency| authority| service)?"
    r"|(?:disaster(?: management)?|emergency|health|space|weather|rescue|relief|environment|nuclear|statistics)"
    r" (?:agency|authority|service|department|office)"
    r"|delegation|administration|junta)"
)
_OWNER = rf"(?P<owner>{UNOWNED}(?:\s+(?:of\s+)?{UNOWNED}){{0,3}}?)"
_OWNED = re.compile(rf"(?:[Tt]he\s+)?{_OWNER}{SIGN}\s+(?P<body>(?i:{_NOUN}))")
_BEFORE = re.compile(rf"(?:[Tt]he\s+)?{_OWNER}\s+(?P<body>(?i:{_NOUN}))")
_AFTER = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?)\s+)?(?P<body>(?i:{_NOUN}))\s+(?P<where>of|in)\s+(?:the\s+)?{_OWNER}"
)
_ABROAD = re.compile(r".*(?:embassy|consulate|mission|army|military|navy|forces|delegation)")
"""What stands in a place and is not its own: the embassy in Kabul, the army in Mali."""

FIELDS = frozenset(re.findall(r"[a-z]+", _KIND)) | {"defence", "defense", "labour", "labor"}
"""What a state's bodies are for: words before *ministry*."""

_NAME = re.compile(rf"(?P<body>{_NOUN}) of (?P<owner>.+?)(?: in [A-ZÀ-Þ].*)?")
_HEAD = re.compile(r"[^,;(\n]{3,90}")
_THERE = re.compile(rf"\s+in\s+(?P<place>{UNOWNED}(?:\s+{UNOWNED})*)$")
"""Where a body is, behind what it is of: the Indian embassy *in Kabul*."""
_PLACES = (MentionKind.PLACE, MentionKind.ORGANISATION)


def with_bodies(
    text: str, mentions: Sequence[Mention], sources: Iterable[tuple[Span, float]]
) -> tuple[Mention, ...]:
    """The mentions, in text order, and the bodies that sources name so, none that has a person in it. ``sources`` go with
    their scores.
    """
    known = names_of_places(text, mentions)
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    starts = [m.start for m in ordered]
    found: dict[tuple[int, int], Mention] = {}
    for source, score in sources:
        head = _HEAD.match(text, source.start, source.end)
        if head is None:
            continue
        start, end = source.start, source.start + len(head[0].rstrip())
        if head[0][:4].lower() == "the ":
            start += 4
        within = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        if any(m.kind is MentionKind.PERSON or (m.start, m.end) == (start, end) for m in within):
            continue
        if body_named(" ".join(text[start:end].split()), known) is not None:
            found.setdefault((start, end), Mention(MentionKind.ORGANISATION, start, end, score))
    return tuple(sorted((*mentions, *found.values()), key=lambda m: (m.start, -m.end)))


def names_of_places(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """The names that may own a body: those of the places and organisations that the report names."""
    return frozenset(line_of(text, m) for m in mentions if m.kind in _PLACES)


def body_named(words: str, places: frozenset[str]) -> str | None:
    """The name of the body that words are, ``None`` where they are none or whose it is is not told.

    >>> for words in ("Russia’s defense ministry", "Turkish police", "health ministry in Gaza", "Riot police", "army in Mali"):
    ...     print(body_named(words, frozenset({"Gaza", "Mali"})))
    defence ministry of Russia
    police of Turkey
    health ministry of Gaza
    None
    None
    >>> body_named("Indian embassy in Kabul", frozenset()), body_named("Interior Ministry", frozenset({"Interior"}))
    ('embassy of India in Kabul', None)
    """
    for form in (_OWNED, _AFTER, _BEFORE):
        m = form.fullmatch(words)
        if m is None:
            continue
        owner, body = m["owner"], m["body"]
        whose = country(owner, places)
        small = body[1:] == body[1:].lower()
        if form is not _OWNED and owner.split()[0].lower() in FIELDS:
            return None  # "ministry of Health", "the Interior Ministry"
        if form is _AFTER and (
            not small or (m["where"] == "in" and (owner not in places or _ABROAD.fullmatch(body.lower())))
        ):
            return None
        if form is _AFTER and body[0].isupper() and not (whose or owner in COUNTRIES or owner in places):
            return None  # "the Court of Sport"
        if form is _OWNED and not (small or whose or owner in COUNTRIES):
            return None
        if form is _BEFORE and not (whose or (small and owner in places)):
            return None
        return _name(body, whose or owner)
    there = _THERE.search(words)
    of = body_named(words[: there.start()], places) if there is not None else None
    return f"{of} in {there['place']}" if there is not None and of is not None else None


def _name(body: str, owner: str) -> str:
    small = " ".join(body.lower().split()).replace("defense", "defence").replace("labor ", "labour ")
    return f"{small} of {owner}"


def belonging_to_places(speakers: Iterable[Speaker]) -> tuple[Affiliation, ...]:
    """For whom such bodies among the speakers speak: whose they are by their names. Each once, in text order."""
    out: dict[str, Affiliation] = {}
    for s in speakers:
        m = _NAME.fullmatch(s.name or "")
        if m is None or s.name is None or s.kind is not MentionKind.ORGANISATION or s.evidence is None:
            continue
        at, why = s.evidence, f"its name says whose {m['body']} it is"
        if s.name not in out or at.start < out[s.name].start:
            out[s.name] = Affiliation(s.name, m["body"], None, m["owner"], at.start, at.end, why)
    return tuple(sorted(out.values(), key=lambda a: a.start))
