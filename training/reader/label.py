"""Write down what teachers read: ``python -m training.reader.label --teacher RUN… --shared DIR --pages DIR --to LABELS``.

The labels are what a smaller reader learns from (:mod:`training.reader.train` ``--labels``): for each document the mean of
the teachers' tag probabilities (distillation, Hinton et al. 2015) and the spans and links that follow from them. The
documents are PolNeAR's training articles, as the augmentation shows them once, and news that nobody annotated: ECB+,
NeUS, press releases, and the main text of some of dragnet's pages (self-training). Files of twenty documents are written
as they are done; the same command goes on where it was. Takes a teacher of MPNet's size about 40 minutes on two cores.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from rashomon.reading.decode import PARTS, TokenSpan, spans, tag_count
from rashomon.reading.edges import bare
from rashomon.reading.link import PICKS, Surroundings, candidates, of_kind, pairs
from rashomon.reading.tokens import Tokens, tokenise
from rashomon.records import Span
from training import news
from training.reader import corpus
from training.reader.augment import Matter, augment
from training.reader.corpus import Document
from training.reader.labelled import Labelled
from training.reader.model import Reader, batch
from training.reader.targets import Linked, example

TOGETHER = 20
"""Documents a file."""

PAGES = 250
"""Of dragnet's pages, which are mostly blogs, as many as make a tenth of the words."""

WORDS = 4
"""A content of fewer words is not read again."""

TOKENS_AT_ONCE = 4096

SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--teacher", type=Path, action="append", required=True, help="a run folder; may be repeated"
    )
    parser.add_argument("--shared", type=Path, required=True, help="holds polnear, ecbplus, stories, figures")
    parser.add_argument("--pages", type=Path, required=True, help="dragnet's training split, unpacked")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is one (then one process)")
    args = parser.parse_args()
    args.to.mkdir(parents=True, exist_ok=True)
    documents = [*annotated(args.shared / "polnear" / "train"), *unannotated(args.shared, args.pages)]
    tasks = [
        (args.to / f"{number:04}.pt", documents[at : at + TOGETHER])
        for number, at in enumerate(range(0, len(documents), TOGETHER))
    ]
    missing = [task for task in tasks if not task[0].exists()]
    began = time.time()
    with get_context("spawn").Pool(args.processes, _load, (args.teacher, args.device)) as pool:
        for done, _ in enumerate(pool.imap_unordered(_write, missing), len(tasks) - len(missing) + 1):
            print(f"{done} of {len(tasks)} files, {time.time() - began:.0f}s", flush=True)


_teachers: list[Reader] = []


def _load(runs: Sequence[Path], device: str) -> None:
    torch.set_num_threads(1)  # processes share the work better than threads do
    _teachers.extend(Reader.trained(run).to(device) for run in runs)


def _write(task: tuple[Path, list[tuple[Document, bool]]]) -> None:
    file, documents = task
    torch.save([label(_teachers, d, gold) for d, gold in documents], file.with_suffix(".tmp"))
    file.with_suffix(".tmp").rename(file)


def annotated(polnear: Path) -> list[tuple[Document, bool]]:
    """The training articles as the augmentation shows them once."""
    documents = corpus.read(polnear)
    matter, rng = Matter(documents), random.Random(f"labels/{SEED}")
    return [(augment(d, matter, rng), True) for d in documents]


def unannotated(shared: Path, dragnet: Path) -> list[tuple[Document, bool]]:
    """News without attributions, in a random order (so that a part of it is a sample)."""
    rng = random.Random(f"news/{SEED}")
    articles = [
        (name, [news.printed(p) for p in body]) for name, body in news.read_events(shared / "ecbplus", rng)
    ]
    articles += news.read_excerpts(shared / "stories" / "neus-train.source")
    articles += news.read_releases(shared / "figures" / "isaf-press-releases.jsonl")
    pages = [(name, body) for name, body, _ in news.read_pages(dragnet)]
    articles += rng.sample(pages, min(PAGES, len(pages)))
    rng.shuffle(articles)
    return [(Document(name, "\n\n".join(body), [], []), False) for name, body in articles if body]


@torch.no_grad()
def label(teachers: Sequence[Reader], document: Document, annotated: bool) -> Labelled:
    """What the teachers see together: means of their probabilities.

    What stands inside contents they see by reading each content again, by itself: no corpus annotates it.
    """
    tokens = example(document).tokens
    if not len(tokens):
        none = np.zeros((0, 1), dtype=np.float16)
        return Labelled(document, annotated, none, none, none, Linked([], {}), Linked([], {}))
    seen = [_scored(t, [tokens])[0] for t in teachers]
    parts, mentions = (_mean([s[k] for s in seen]) for k in (0, 2))
    found = spans(np.log(parts), PARTS)
    linked = _linked(teachers, [s[3] for s in seen], tokens, found)
    inner, within = inside(teachers, document.text, tokens, [s for s in found if s.kind == "content"])
    half = [p.astype(np.float16) for p in (parts, inner, mentions)]
    return Labelled(document, annotated, half[0], half[1], half[2], linked, within)


def inside(
    teachers: Sequence[Reader], text: str, tokens: Tokens, contents: Sequence[TokenSpan]
) -> tuple[NDArray[np.float32], Linked]:
    """Probabilities of part tags inside contents (tokens, tags), outside them all on ``O``; and the linked spans there."""
    chances = np.zeros((len(tokens), tag_count(PARTS)), dtype=np.float32)
    chances[:, 0] = 1.0
    within = Linked([], {})
    regions = [bare(text, Span(int(tokens.starts[c.first]), int(tokens.ends[c.last - 1]))) for c in contents]
    regions = [r for r in regions if len(text[r.start : r.end].split()) >= WORDS]
    alone = [own for r in regions if len(own := tokenise(text, [r]))]
    seen = [_scored(t, alone) for t in teachers]
    for number, own in enumerate(alone):
        scores = [s[number] for s in seen]
        parts = _mean([s[0] for s in scores])
        at = np.searchsorted(tokens.starts, own.starts)
        same = (at < len(tokens)) & (tokens.starts[np.minimum(at, len(tokens) - 1)] == own.starts)
        if not same.all():  # a long quotation, of which the windows do not see the middle
            continue
        chances[at] = parts
        found = spans(np.log(parts), PARTS)
        linked = _linked(teachers, [s[3] for s in scores], own, found)
        first = len(within.spans)
        within.spans += [replace(f, first=int(at[f.first]), last=int(at[f.last - 1]) + 1) for f in found]
        within.links |= {i + first: None if to is None else to + first for i, to in linked.links.items()}
    return chances, within


def _mean(scores: Sequence[torch.Tensor]) -> NDArray[np.float32]:
    chances: NDArray[np.float32] = (
        torch.stack([functional.softmax(s, 1) for s in scores]).mean(0).cpu().numpy()
    )
    return chances


def _scored(teacher: Reader, texts: Sequence[Tokens]) -> list[tuple[torch.Tensor, ...]]:
    """For each text its scores of parts, inner parts and mentions, and states, a row a token; windows of like length together."""
    windows = sorted(
        ((b - a, n, a, b) for n, t in enumerate(texts) for a, b in t.windows), key=lambda w: (w[0], w[1:])
    )
    rows: dict[tuple[int, int], tuple[torch.Tensor, ...]] = {}
    while windows:
        longest = windows[-1][0]
        size = max(1, TOKENS_AT_ONCE // (longest + 2))
        chosen, windows = windows[-size:], windows[:-size]
        ids, case, quote, mask = (
            torch.cat([_padded(v, longest + 2) for v in column]).to(teacher.device)
            for column in zip(*(batch(_cut(texts[n], a, b)) for _, n, a, b in chosen), strict=True)
        )
        with torch.autocast(teacher.device.type, dtype=torch.bfloat16):
            values = teacher(ids, case, quote, mask)
        for row, (length, n, a, _) in enumerate(chosen):
            rows[n, a] = tuple(v[row, 1 : length + 1].float() for v in values)
    return [
        tuple(torch.cat(column) for column in zip(*(rows[n, a] for a, _ in t.windows), strict=True))
        for n, t in enumerate(texts)
    ]


def _cut(tokens: Tokens, first: int, last: int) -> Tokens:
    columns = (tokens.ids, tokens.starts, tokens.ends, tokens.case, tokens.quote)
    return Tokens(*(c[first:last] for c in columns), windows=((0, last - first),))  # type: ignore[misc, arg-type]


def _padded(values: torch.Tensor, length: int) -> torch.Tensor:
    return functional.pad(values, (0, length - values.shape[1]))


def _linked(
    teachers: Sequence[Reader], states: Sequence[torch.Tensor], tokens: Tokens, found: list[TokenSpan]
) -> Linked:
    """The spans with the links that the teachers together hold for the most probable."""
    links: dict[int, int | None] = {}
    if not found:
        return Linked(found, links)
    around = Surroundings(tokens, found)
    for child, parent in PICKS:
        children = [i for i, s in enumerate(found) if s.kind == child]
        if not children:
            continue
        among = of_kind(found, parent)
        near = [candidates(found, i, among) for i in children]
        at = teachers[0].device
        inputs = {k: torch.from_numpy(v).to(at) for k, v in pairs(around, found, children, near).items()}
        chances = torch.stack(
            [
                functional.softmax(t.linker(t.linker.span_states(s, found), **inputs, kind=child), 1)
                for t, s in zip(teachers, states, strict=True)
            ]
        ).mean(0)
        for i, options, best in zip(children, near, chances.argmax(1).tolist(), strict=True):
            links[i] = options[best - 1] if best else None
    return Linked(found, links)


if __name__ == "__main__":
    main()
