"""Documents as other outlets would have set them: other quotation marks, marks that never close, letters in one pair.

PolNeAR comes from seven outlets with tidy typography. Each epoch sees a share of its documents changed, spans moved along, so
that the reader meets what the rest of the world's pages do with quotations.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from dataclasses import replace

from rashomon.reading.quotations import DOUBLE, Quotation, quotations
from rashomon.reading.sentences import sentences
from training.reader.corpus import Document, Gold, Spans

Edit = tuple[int, int, str]  # start, end, replacement

# Chances per document, set by judgement: most of what is read stays as the annotators saw it.
RESTYLE, UNCLOSE, LETTER, SPREAD = 0.25, 0.06, 0.12, 0.08

_GUILLEMETS = str.maketrans("“”", "«»")
_STRAIGHT = str.maketrans("“”’‘", "\"\"''")


def augment(document: Document, pool: list[str], rng: random.Random) -> Document:
    """A variant of the document; ``pool`` holds sentences from inside quotations, for letters."""
    edits: list[Edit] = []
    held = [
        q
        for q in quotations(document.text)
        if q.closed and q.depth == 0 and q.mark in DOUBLE and _is_content(q, document)
    ]
    if held and rng.random() < LETTER:
        edits += _letter(document.text, rng.choice(held), pool, rng)
    elif held and rng.random() < SPREAD:
        edits += _spread(document.text, max(held, key=lambda q: q.end - q.start))
    elif held and rng.random() < UNCLOSE * 4:
        q = rng.choice(held)
        tail = document.text[q.end : q.end + 2]
        if tail[:1] in ("\n", "\r", "") or tail.isspace():
            edits.append((q.end - 1, q.end, ""))
    changed = edit(document, edits)
    if rng.random() < RESTYLE:
        table = rng.choice([_GUILLEMETS, _STRAIGHT, _STRAIGHT])
        changed = replace(changed, text=changed.text.translate(table))
    return changed


def inner_sentences(documents: list[Document]) -> list[str]:
    """Sentences of quotations of two sentences or more: matter for letters."""
    out = []
    for d in documents:
        for q in quotations(d.text):
            if q.closed and q.mark in DOUBLE and q.end - q.start > 80:
                inside = sentences(d.text, q.start + 1, q.end - 1)
                if len(inside) > 1:
                    out += [d.text[s.start : s.end] for s in inside]
    return out


def edit(document: Document, edits: list[Edit]) -> Document:
    """The document with non-overlapping replacements made and every span moved along."""
    if not edits:
        return document
    edits = sorted(edits)
    text, at = [], 0
    marks, shifts, shift = [0], [0], 0
    for start, end, new in edits:
        text += [document.text[at:start], new]
        at = end
        shift += len(new) - (end - start)
        marks.append(end)
        shifts.append(shift)
    text.append(document.text[at:])

    def move(spans: Spans) -> Spans:
        return [(_moved(s, marks, shifts), _moved(e, marks, shifts)) for s, e in spans]

    attributions = [Gold(move(a.source), move(a.cue), move(a.content)) for a in document.attributions]
    mentions = [(k, *move([(s, e)])[0]) for k, s, e in document.mentions]
    return Document(document.name, "".join(text), attributions, mentions)


def _moved(offset: int, marks: list[int], shifts: list[int]) -> int:
    return offset + shifts[bisect_right(marks, offset) - 1]


def _is_content(q: Quotation, document: Document) -> bool:
    return any(s <= q.start + 1 and q.end - 1 <= e for a in document.attributions for s, e in a.content)


def _letter(text: str, q: Quotation, pool: list[str], rng: random.Random) -> list[Edit]:
    """The quotation as a letter: each sentence a paragraph, others' sentences put in."""
    inside = sentences(text, q.start + 1, q.end - 1)
    if not inside or not pool:
        return []
    at = inside[rng.randrange(len(inside))].start
    more = rng.sample(pool, min(len(pool), rng.randint(2, 24)))
    added = "".join(_plain(s) + "\n" for s in more)
    breaks = [(s.start, s.start, "\n") for s in inside[1:] if s.start != at]
    return [*breaks, (at, at, ("\n" if at > q.start + 1 else "") + added)]


def _spread(text: str, q: Quotation) -> list[Edit]:
    """The quotation over several paragraphs, a mark at the head of each."""
    inside = sentences(text, q.start + 1, q.end - 1)
    return [(s.start, s.start, "\n\n" + q.mark) for s in inside[1:]]


def _plain(sentence: str) -> str:
    return re.sub(r"[\"“”]", "", sentence)
