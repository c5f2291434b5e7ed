"""What belongs to a person and speaks for them: ``the office of President Ostry``, ``Ostry’s campaign``, ``the Ostry campaign``.

Such a body is an organisation of its own, named by its noun and its owner (*office of Karel Ostry*), and never its owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.capitals import UNOWNED
from rashomon.reading.names.persons.people import Person, plain
from rashomon.reading.names.words.roles import REFERRING
from rashomon.reading.names.words.titles import TITLES
from rashomon.records import Affiliation, MentionKind, Span, Speaker

_NOUNS = "office campaign administration team camp ministry family government cabinet".split()
_ALSO_BARE = "campaign administration cabinet team camp".split()
"""Of these, the nouns that a surname alone may stand before: *the Ostry campaign*, but *the Ostry family* is of many."""

_KIND = r"(?:(?:re-?election|presidential|election|transition|legal|press|private|political|senate|own|entire|whole)\s+){0,2}"
_LEAD = r"(?:[\w.-]+\s+){0,4}"
_OF = re.compile(
    rf"(?:the\s+|an?\s+)?(?:[\w-]+\s+){{0,2}}?(?P<noun>{'|'.join(_NOUNS)})\s+(?:of|for)\s+(?P<lead>{_LEAD})",
    re.I,
)
_OWN = re.compile(rf"[’']s?\s+{_KIND}(?P<noun>{'|'.join(_NOUNS)})\s*", re.I)
_BARE = re.compile(rf"\s+{_KIND}(?P<noun>{'|'.join(_ALSO_BARE)})\s*", re.I)
_NAMED = re.compile(
    rf"(?:[Tt]he\s+)?(?P<name>{UNOWNED}(?:\s+{UNOWNED}){{0,3}})(?:[’']s?)?\s+(?i:{_KIND})(?:{'|'.join(_ALSO_BARE)})\s*"
)
_NAME = re.compile(rf"(?P<noun>{'|'.join(_NOUNS)}) of (?P<owner>.+)")


def noun_of_body(text: str, start: int, name: Span, end: int) -> str | None:
    """The noun of what a person owns in ``text[start:end]``, ``None`` where the words are none such.

    ``name`` is the owner's name without titles and possessive.

    >>> text = "The office of President Karel Ostry"
    >>> noun_of_body(text, 0, Span(24, 35), 35)
    'office'
    """
    before, after = text[start : name.start], text[name.end : end]
    of = _OF.fullmatch(before)
    if of is not None and _titles(of["lead"]) and not re.match(r"[’']", after):
        return of["noun"].lower()
    if not _titles(re.sub(r"^the\s+", "", before, flags=re.I)):
        return None
    owned = _OWN.fullmatch(after) or _BARE.fullmatch(after)
    return owned["noun"].lower() if owned is not None else None


def named_before_body(text: str, start: int, end: int) -> Span | None:
    """The name that stands before such a noun in ``text[start:end]``, whatever it is of.

    >>> text = "The Ostry campaign"
    >>> named_before_body(text, 0, len(text))
    Span(start=4, end=9)
    """
    m = _NAMED.fullmatch(text, start, end)
    return Span(*m.span("name")) if m is not None else None


def owner_told(text: str, noun: str, among: Sequence[Person]) -> Person | None:
    """Of several people of one surname the one whose body the report tells of by the full name (*Tor Brandt’s campaign*), or
    who alone bears a role right before it (*the nominee Tor Brandt*).
    """
    full = {p.name: [s for s in p.mentions if " " in text[s.start : s.end]] for p in among}
    body = re.compile(rf"(?:[’']s?)?\s+{_KIND}{noun}\b")
    own = [p for p in among if any(body.match(text, s.end) for s in full[p.name])]
    if len(own) != 1:
        own = [p for p in among if any(_role_before(text, s) for s in full[p.name])]
    return own[0] if len(own) == 1 else None


def _role_before(text: str, name: Span) -> bool:
    before = text[max(0, name.start - 40) : name.start].split()
    return bool(before) and plain(before[-1]) in REFERRING


def _titles(lead: str) -> bool:
    """Whether words before a name are only its titles: *President*, *former Foreign Minister*."""
    words = lead.split()
    return (
        not words
        or (
            plain(words[-1]) in TITLES
            and all(w[0].isupper() or w in ("the", "former", "then", "late") for w in words)
        )
        or words == ["former"]
    )


def body_of(noun: str, owner: Speaker, at: Span) -> Speaker:
    """The body of this noun as who speaks; ``at`` are its words in the report."""
    return Speaker(
        f"{noun} of {owner.name}",
        f"the {noun} of {owner.name} is named in the source",
        MentionKind.ORGANISATION,
        at,
    )


def owner_of(speaker: Speaker) -> str | None:
    """Whose body a speaker is, ``None`` where it is none.

    >>> owner_of(body_of("office", Speaker("Karel Ostry", "named in the source"), Span(0, 35)))
    'Karel Ostry'
    """
    m = _NAME.fullmatch(speaker.name or "")
    return m["owner"] if m is not None and speaker.kind is MentionKind.ORGANISATION else None


def belonging(speakers: Iterable[Speaker], persons: Sequence[Person]) -> tuple[Affiliation, ...]:
    """With whom such bodies among the speakers are: their owners, for whom they speak. Each once, in text order."""
    owners = {p.name for p in persons}
    out: dict[str, Affiliation] = {}
    for s in speakers:
        owner = owner_of(s)
        if s.name is None or owner not in owners or s.evidence is None:
            continue
        noun = s.name.split()[0]
        at, why = s.evidence, f"its name says whose {noun} it is"
        if s.name not in out or at.start < out[s.name].start:
            out[s.name] = Affiliation(s.name, noun, None, owner, at.start, at.end, why)
    return tuple(sorted(out.values(), key=lambda a: a.start))
