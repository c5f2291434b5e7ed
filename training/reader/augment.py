"""Documents as other outlets would have set them, and with more said inside what is said.

PolNeAR comes from seven outlets with tidy typography, and annotates nothing inside contents. Each epoch sees a share of its
documents changed, spans moved along, so that the reader meets what the rest of the world's pages do with quotations:
other marks, marks that never close, letters in one pair, paragraphs that each open anew; and sentences of other
documents put into contents, whose attributions are known because they were annotated where they came from.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from rashomon.reading.text.quotations import DOUBLE, Quotation, quotations
from rashomon.reading.text.sentences import sentences
from training.reader.corpus import Document
from training.reader.edits import Edit, Passage, edit, moved

# Chances per document, set by judgement: most of what is read stays as the annotators saw it.
RESTYLE, UNCLOSE, LETTER, SPREAD, NEST = 0.25, 0.06, 0.12, 0.08, 0.4

# How many contents of a document that is chosen for it get others' sentences, and how many sentences a quotation gets at most.
NESTS, SENTENCES = 4, 3

# How many of the sentences put in say that somebody said something; the others teach what does not.
SAYING = 0.75

# How many of a letter's sentences were quoted where they come from: a letter mostly sounds like somebody speaking.
QUOTED = 0.7

_GUILLEMETS = str.maketrans("“”", "«»")
_INWARDS = str.maketrans("“”", "»«")
_STRAIGHT = str.maketrans("“”’‘", "\"\"''")
_SINGLE = str.maketrans('“”"', "‘’'")
_LEAD = re.compile(r"that\s+", re.IGNORECASE)
_SMALL = frozenset(
    "a an and as but for he her his if in it its many no on one our she some that the their there they this we".split()
)


class Matter:
    """Sentences to put into contents: passages of the narration with all that was annotated in them, and what is quoted."""

    def __init__(self, documents: list[Document]) -> None:
        self._saying: list[Passage] = []
        self._plain: list[Passage] = []
        self._quoted: list[Passage] = []
        for d in documents:
            for q in _held(d):
                within = sentences(d.text, q.start + 1, q.end - 1)
                passages = [Passage(d.text[s.start : s.end], [], _named(d, s.start, s.end)) for s in within]
                self._quoted += [p for p in passages if _fit(p.text)]
            held = [(s, e) for a in d.attributions for s, e in a.content]
            for s in sentences(d.text, 0, len(d.text)):
                text = d.text[s.start : s.end]
                if not _fit(text):
                    continue
                inside = [a for a in d.attributions if _touches(a.source + a.cue + a.content, s.start, s.end)]
                if any(x < s.start or y > s.end for a in inside for x, y in a.source + a.cue + a.content):
                    continue
                if any(x <= s.start and s.end <= y for x, y in held):
                    continue
                golds = [moved(a, -s.start) for a in inside]
                (self._saying if golds else self._plain).append(
                    Passage(text, golds, _named(d, s.start, s.end))
                )

    def draw(self, rng: random.Random) -> Passage:
        """A passage, usually one in which somebody says something."""
        wanted = self._saying if rng.random() < SAYING else self._plain
        return rng.choice(wanted or self._saying or self._plain)

    def draw_for_letter(self, rng: random.Random) -> Passage:
        """A passage, usually one that stood in a quotation."""
        return rng.choice(self._quoted) if self._quoted and rng.random() < QUOTED else self.draw(rng)


def augment(document: Document, matter: Matter, rng: random.Random) -> Document:
    """A variant of the document."""
    edits: list[Edit] = []
    held = _held(document)
    if held and rng.random() < LETTER:
        edits += _letter(document.text, rng.choice(held), matter, rng)
    elif held and rng.random() < SPREAD:
        edits += _spread(document.text, max(held, key=lambda q: q.end - q.start))
    elif held and rng.random() < UNCLOSE * 4:
        q = rng.choice(held)
        tail = document.text[q.end : q.end + 2]
        if tail[:1] in ("\n", "\r", "") or tail.isspace():
            edits.append(Edit(q.end - 1, q.end, ""))
    if not edits and rng.random() < NEST:
        edits += _nests(document, held, matter, rng)
    changed = edit(document, edits)
    if rng.random() < RESTYLE:
        table = rng.choice([_GUILLEMETS, _INWARDS, _STRAIGHT, _STRAIGHT])
        changed = replace(changed, text=changed.text.translate(table))
    return changed


def nested(document: Document, matter: Matter, rng: random.Random) -> Document:
    """The document with others' sentences in its contents and no other change: what inner tags are measured on."""
    return edit(document, _nests(document, _held(document), matter, rng))


def _held(document: Document) -> list[Quotation]:
    """Quotations that are content."""
    return [
        q
        for q in quotations(document.text)
        if q.closed and q.depth == 0 and q.mark in DOUBLE and _is_content(q, document)
    ]


def _fit(text: str) -> bool:
    """Whether a sentence is of a length and shape to be put elsewhere."""
    return 5 <= len(text.split()) <= 40 and "\n" not in text and "\r" not in text


def _named(document: Document, start: int, end: int) -> list[tuple[str, int, int]]:
    """The mentions within some characters, counted from their first."""
    return [(k, x - start, y - start) for k, x, y in document.mentions if start <= x and y <= end]


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in spans)


def _is_content(q: Quotation, document: Document) -> bool:
    return any(s <= q.start + 1 and q.end - 1 <= e for a in document.attributions for s, e in a.content)


def _nests(document: Document, held: list[Quotation], matter: Matter, rng: random.Random) -> list[Edit]:
    """Others' sentences: more of them in quotations, one in place of an indirect content."""
    edits: list[Edit] = []
    for q in rng.sample(held, min(len(held), rng.randint(0, NESTS))):
        contents = [c for a in document.attributions for c in a.content]
        inside = [s.start for s in sentences(document.text, q.start + 1, q.end - 1)]
        inside = [at for at in inside if any(s < at < e for s, e in contents)]
        if inside:
            at = rng.choice(inside)
            edits += [_put(at, matter.draw(rng), " ") for _ in range(rng.randint(1, SENTENCES))]
    places = [p for i in range(len(document.attributions)) if (p := _indirect(document, i))]
    for start, end in rng.sample(places, min(len(places), rng.randint(0, NESTS))):
        passage = matter.draw(rng)
        text = passage.text.rstrip(".!? ")
        first = text.split()[0]
        if first.lower() in _SMALL:
            text = text[0].lower() + text[1:]
        edits.append(Edit(start, end, text, passage))
    return edits


def _put(at: int, passage: Passage, after: str) -> Edit:
    return Edit(at, at, passage.text.translate(_SINGLE) + after, passage)


def _indirect(document: Document, number: int) -> tuple[int, int] | None:
    """The characters of an indirect content that another sentence may stand in for, or none."""
    content = document.attributions[number].content
    if len(content) != 1:
        return None
    start, end = content[0]
    lead = _LEAD.match(document.text, start, end)
    start = lead.end() if lead else start
    text = document.text[start:end]
    others = [a for i, a in enumerate(document.attributions) if i != number]
    plain = len(text.split()) >= 5 and not re.search('["“”«»\r\n]', text)
    before_stop = document.text[end : end + 1] in (".", ",", ";")
    crossed = any(_touches(a.source + a.cue + a.content, start, end) for a in others)
    own = document.attributions[number]
    return (
        (start, end)
        if plain and before_stop and not crossed and not _touches(own.source + own.cue, start, end)
        else None
    )


def _letter(text: str, q: Quotation, matter: Matter, rng: random.Random) -> list[Edit]:
    """The quotation as a letter: each sentence a paragraph, others' sentences put in."""
    inside = sentences(text, q.start + 1, q.end - 1)
    if not inside:
        return []
    at = inside[rng.randrange(len(inside))].start
    breaks = [Edit(s.start, s.start, "\n") for s in inside[1:] if s.start != at]
    head = [Edit(at, at, "\n")] if at > q.start + 1 else []
    return [*breaks, *head, *(_put(at, matter.draw_for_letter(rng), "\n") for _ in range(rng.randint(2, 24)))]


def _spread(text: str, q: Quotation) -> list[Edit]:
    """The quotation over several paragraphs, a mark at the head of each."""
    inside = sentences(text, q.start + 1, q.end - 1)
    return [Edit(s.start, s.start, "\n\n" + q.mark) for s in inside[1:]]
