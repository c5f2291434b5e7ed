"""What a report gives in full below a line that says so, without quotation marks: ``Its statement in full:``.

It ends with whoever signs it in a line of their own, or else with the last paragraph in which somebody says *I* or *we*, before
any that tells what another said: what stands behind that may be the report's own again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.capitals import DOTTED
from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.layout.in_full import Given, given_by, says_enough
from rashomon.reading.attributions.layout.introductions import PARAGRAPH, introduced
from rashomon.reading.attributions.layout.turns import runs_of
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.quotations import LONGEST
from rashomon.records import Passage, Span, Voice

_KIND = r"(?:statement|letter|e-?mail|message|response|reply|speech|remarks|post|memo|text)"
_LEADS = re.compile(
    rf"(?:(?:[^\n]*[.!?]\s+)?[^.!?\n“”\"]*\b{_KIND}\b[^.!?\n“”\"]{{0,60}}\bin\s+full\b[^.!?\n“”\"]{{0,40}}"
    rf"|(?:[^\n]*[.!?]\s+)?[^.!?\n“”\"]*\b(?:full|complete|entire)\s+{_KIND}\b[^.!?\n“”\"]{{0,60}}):\s*"
)
_LONGEST_LEAD = 600
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_TOLD = re.compile(
    r"\b(?!(?:I|[Ww]e|be|been|being|have|has|having|is|was|were)\b)[\w’'-]+\s+(?:(?:also|has|later)\s+)?(?:said|told)\b|\breporters?\b"
)
"""In a paragraph of the report's own: *The company said we were wrong.*"""
_QUOTED = re.compile(r"[“\"„«]")
_SIGNED = re.compile(rf"[\W_]*(?P<who>{DOTTED}(?:\s+{DOTTED}){{1,3}}),\s+[^.!?:;\n]{{3,80}}")
"""Who signs, and as what: *Dana Orr, minister of transport*."""
_MOST = 60
"""Paragraphs of it at most."""


def stated_below(
    text: str, passages: Sequence[Passage], seen: Sequence[Found], taken: Sequence[Given]
) -> list[Given]:
    """What bodies give so, in text order, where nothing of it is given otherwise (``taken``) and no attribution of ``seen``
    stands across its edges, but one whose content is a piece of it.
    """
    said = Holders((s, n) for n, f in enumerate(seen) for s in f.content)
    held = Holders((g.whole, n) for n, g in enumerate(taken))
    out: list[Given] = []
    for start, end in runs_of(passages, Voice.BODY):
        paragraphs = [Span(*m.span()) for m in PARAGRAPH.finditer(text, start, end)]
        for n, p in enumerate(paragraphs):
            if p.end - p.start > _LONGEST_LEAD or _LEADS.fullmatch(text, p.start, p.end) is None:
                continue
            given = _below(text, p, paragraphs[n + 1 : n + 1 + _MOST])
            if given is None or held.meeting(given.whole) or _is_crossed(given.whole, said, seen):
                continue
            out.append(given)
            break
    return out


def _is_crossed(whole: Span, said: Holders, seen: Sequence[Found]) -> bool:
    """Whether what somebody says goes on before or behind it."""
    contents = (s for n in said.meeting(whole) for s in seen[n].content)
    return any(s.start < whole.start or s.end > whole.end for s in contents)


def _below(text: str, lead: Span, paragraphs: Sequence[Span]) -> Given | None:
    """What stands below a lead, up to who signs it, a quotation, or the last paragraph with words for oneself."""
    introduction = introduced(text, lead.start, lead.end)
    if introduction is None:
        return None
    last, signed, told = 0, None, False
    for n, p in enumerate(paragraphs):
        if n and (m := _SIGNED.fullmatch(text, p.start, p.end)) is not None:
            last, signed = n, Span(*m.span("who"))
            break
        if _QUOTED.match(text, p.start) or text[p.end - 1] == ":":
            break
        told = told or _TOLD.search(text, p.start, p.end) is not None
        if not told and _OWN.search(text, p.start, p.end) is not None:
            last = n + 1
    if not last:
        return None
    content = (Span(paragraphs[0].start, paragraphs[last - 1].end),)
    whole = Span(content[0].start, content[0].end if signed is None else paragraphs[last].end)
    if whole.end - whole.start > LONGEST or not says_enough(text, content):
        return None
    return given_by(content, signed, introduction, whole)
