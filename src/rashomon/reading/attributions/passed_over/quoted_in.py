"""Who is quoted by whom, told by the form of the words: ``the Ledger-Star had her saying “…”``, ``Venn was quoted by the
Ledger-Star as saying``, ``said, as quoted by Interfax``.

The one who quotes is the channel through which it came, neither its speaker nor part of what is said: what is said is the
other's, inside what the one who quotes tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.capitals import DOTTED
from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.attributions.passed_over.quoted_by import SURE
from rashomon.reading.names.organisations.outlets import is_outlet
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.edges import bare
from rashomon.reading.text.quotations import Quotation
from rashomon.records import Span, overlap

_NAMED = rf"{DOTTED}(?: (?:(?:of|the|de) )?{DOTTED}){{0,4}}"
_KIND = (
    r"(?:(?:state\s+|local\s+|private\s+)?(?:news\s+)?"
    r"(?:agency|broadcaster|channel|daily|network|newspaper|paper|radio|station|television|website|weekly)\s+)"
)
_MEDIA = r"[A-Za-z]{2,20}\s+(?:agency|broadcaster|channel|daily|media|newspaper|outlets|radio|television|TV)"
_TELLER = rf"(?P<teller>(?:(?:[Tt]he|[Aa]n?|[Ii]ts)\s+)?(?:{_KIND}?{_NAMED}|{_MEDIA}))"
_WHO = rf"(?P<who>her|him|them|she|he|they|it|(?:[Tt]he\s+)?(?:[a-z-]+,?\s+){{0,3}}{_NAMED},?|[Tt]he\s+[a-z-]+(?:\s+[a-z-]+)?)"
_AS_SAYING = r"(?P<says>(?:as\s+)?saying)"
_FORMS = (
    # The Ledger-Star had her saying “…”.
    re.compile(
        rf"(?:\A|(?<=[.!?:;,”\"]\s)|(?<=\n)|(?<=\band\s)|(?<=\bbut\s)){_TELLER}\s+(?P<verb>had|has)\s+{_WHO}\s+{_AS_SAYING}\b"
    ),
    # Venn was quoted by the Ledger-Star as saying …
    re.compile(
        rf"(?:\A|(?<=[.!?:;,”\"]\s)|(?<=\n)|(?<=\band\s)|(?<=\bbut\s)){_WHO}\s+(?P<verb>(?:was|is|were|are|has\s+been|had\s+been)\s+(?:also\s+)?(?:quoted|cited))\s+by\s+"
        rf"{_TELLER}\s+{_AS_SAYING}\b"
    ),
    # “…,” the Ledger-Star quoted Venn as saying.
    re.compile(
        rf"(?<=[,?!][”\"]\s){_TELLER}\s+(?:has\s+|had\s+)?(?P<verb>quoted|quotes|cited|cites)\s+{_WHO}\s+{_AS_SAYING}\b"
    ),
    # “…,” Venn was quoted as saying by the Ledger-Star.
    re.compile(
        rf"(?<=[,?!][”\"]\s){_WHO}\s+(?P<verb>(?:was|is|were|are)\s+(?:quoted|cited))\s+{_AS_SAYING}\s+by\s+{_TELLER}"
    ),
    # “…,” the Ledger-Star quotes her.
    re.compile(
        rf"(?<=[,?!][”\"]\s){_TELLER}\s+(?P<verb>(?P<says>quoted|quotes|cited|cites))\s+(?P<who>her|him|them)(?=\s*[.;]|,\s)"
    ),
)

_SIGNS = ("saying", " quote", " cite")
_AS_QUOTED = re.compile(
    rf",?\s+(?:as\s+(?:was\s+)?(?P<as>quoted|cited|reported|relayed)|(?P<verb>quoted|cited))\s+by\s+{_TELLER}(?=[\s,.;:]|$)"
)
_REACH = 120
_SHORT = 3
"""Letters of an abbreviation, with its full stop: *A.P.*, *Co.*"""
_TOLD = re.compile(r"\s*:?\s*(?=[“\"«„]|that\b)")


def with_quoted_in(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions in their places, what is quoted in others' words inside them, and behind them what was lacking."""
    out = _as_quoted(text, list(found), marks)
    if not any(sign in text for sign in _SIGNS):
        return out
    for form in _FORMS:
        for m in form.finditer(text):
            out = _without(out, _put(text, out, m, marks))
    return out


def _put(text: str, out: list[Found], m: re.Match[str], marks: Sequence[Quotation]) -> frozenset[int]:
    """Put who is quoted and who quotes in place of what was found of the words that match, if they are not there already; which
    of those that were there are to be given up.
    """
    who, says, verb = (Span(*m.span(part)) for part in ("who", "says", "verb"))
    who, teller = bare(text, who), _teller(text, m)
    who = Span(who.start, who.start + len(text[who.start : who.end].rstrip(" ,")))
    frame = Span(m.start(), m.end())
    here = [n for n, f in enumerate(out) if any(overlap(c, frame) for c in f.cue)]
    if _is_there(text, [out[n] for n in here], who, teller) or any(
        out[n].inside not in (None, *here) for n in here
    ):
        return frozenset()
    said = _content(text, [out[n] for n in here], frame)
    if said is None or (_may_be_causative(m) and not _is_told(text, m, said)):
        return frozenset()
    told = tuple(sorted((who, *said)))
    outer = Found((teller,), (verb,), told, kind_of(text, told, (verb,), marks), SURE)
    inner = Found((who,), (says,), said, kind_of(text, said, (says,), marks), SURE)
    at = [*here, *range(len(out), len(out) + 2)][:2]
    out += [outer] * (max(0, 2 - len(here)))
    for n, f in enumerate(out):
        if f.inside in here and n not in here:
            out[n] = replace(f, inside=at[1])
    out[at[0]], out[at[1]] = outer, replace(inner, inside=at[0])
    return frozenset(here[2:])


def _without(found: Sequence[Found], given_up: frozenset[int]) -> list[Found]:
    """The attributions less some, in which none stands."""
    kept = [n for n in range(len(found)) if n not in given_up]
    new = {old: n for n, old in enumerate(kept)}
    return [f if (f := found[n]).inside is None else replace(f, inside=new[f.inside]) for n in kept]


def _teller(text: str, m: re.Match[str]) -> Span:
    """Who quotes, without the full stop behind a name."""
    words = m["teller"]
    dotted = words.endswith(".") and words[-3:-2] not in (" ", ".") and len(words.split()[-1]) > _SHORT
    return Span(m.start("teller"), m.end("teller") - dotted)


def _is_there(text: str, found: Sequence[Found], who: Span, teller: Span) -> bool:
    """Whether one attribution is told to be of who is quoted, and another of who quotes."""
    of_who = any(f.inside is not None and any(overlap(s, who) for s in f.source) for f in found)
    return of_who and any(any(overlap(s, teller) for s in f.source) for f in found)


def _content(text: str, found: Sequence[Found], frame: Span) -> tuple[Span, ...] | None:
    """What is said: of what was found the pieces beside the words that match, else the rest of the sentence."""
    pieces = {s for f in found for s in f.content if not overlap(s, frame)}
    behind = {s for s in pieces if s.start >= frame.end}
    if pieces:
        return tuple(sorted(behind or pieces))
    _, end = sentence_around(text, frame.end, frame.end)
    rest = bare(text, Span(frame.end, end))
    words = text[rest.start : rest.end].rstrip(" .")
    return (Span(rest.start, rest.start + len(words)),) if len(words.split()) > 1 else None


def _may_be_causative(m: re.Match[str]) -> bool:
    """Whether *had* may be what it is of *the minister had her saying prayers*."""
    return m["verb"] in ("had", "has") and not m["says"].startswith("as")


def _is_told(text: str, m: re.Match[str], said: Sequence[Span]) -> bool:
    """Whether an outlet has somebody say something, or words in quotation marks or behind *that* are said."""
    if is_outlet(re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", m["teller"])):
        return True
    return _TOLD.match(text, m.end()) is not None and said[0].start >= m.end()


def _as_quoted(text: str, out: list[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, each that is told with *as quoted by Interfax* beside its parts inside what Interfax tells."""
    if " by " not in text:
        return out
    for n, f in enumerate(list(out)):
        if f.inside is not None or not f.source or not f.content:
            continue
        for end in sorted(
            {f.cue[-1].end if f.cue else f.source[-1].end, f.source[-1].end, f.content[-1].end}
        ):
            start = end - (text[end - 1] == ",")
            m = _AS_QUOTED.match(text, start, min(len(text), start + _REACH))
            if m is None or any(
                overlap(Span(*m.span("teller")), s) for g in out for s in (*g.source, *g.content)
            ):
                continue
            verb = Span(*m.span("as" if m["as"] else "verb"))
            told = tuple(sorted((*f.content, *f.source)))
            out.append(Found((_teller(text, m),), (verb,), told, kind_of(text, told, (verb,), marks), SURE))
            out[n] = replace(f, inside=len(out) - 1)
            break
    return out
