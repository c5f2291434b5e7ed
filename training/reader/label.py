"""Write down what teachers read: ``python -m training.reader.label --teacher RUN… --shared DIR --pages DIR --to LABELS``.

The labels are what a smaller reader learns from (:mod:`training.reader.train` ``--labels``): for each document the mean of
the teachers' tag probabilities (distillation, Hinton et al. 2015) and the spans and links that follow from them. The
documents are PolNeAR's training articles, as the augmentation shows them once, and news: ECB+, NeUS and press releases, of
which ``news.jsonl`` annotates some, and the main text of some of dragnet's pages (self-training). Files of twenty documents
are written as they are done; the same command goes on where it was. Takes a teacher of MPNet's size half an hour on two cores.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from rashomon.reading.tagging.decode import PARTS, TokenSpan, spans
from rashomon.reading.tagging.link import PICKS, Surroundings, candidates, of_kind, pairs
from rashomon.reading.tagging.tokens import Tokens
from training import news
from training.reader import corpus
from training.reader.augment import Matter, augment
from training.reader.corpus import Document, Marks, read_marks
from training.reader.labelled import Labelled
from training.reader.losses import score
from training.reader.model import Reader
from training.reader.targets import Linked, example

TOGETHER = 20
"""Documents a file."""

PAGES = 250
"""Of dragnet's pages, which are mostly blogs, as many as make a tenth of the words."""

TINY = 1e-30
"""Stands for a probability of nothing, of which there is no logarithm."""

SEED = 1

HELD_OUT = frozenset({"3", "8", "16", "22", "30"})
"""ECB+'s topics that no reader learns from: :mod:`bench.reader.news` measures on them."""

NEWS = Path(__file__).with_name("news.jsonl")
"""Attributions of some of the news, by an annotator: a language model reading, in PolNeAR's manner (:func:`read_marks`)."""


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
    documents = [*annotated(args.shared / "polnear" / "train"), *news_articles(args.shared, args.pages)]
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


def news_articles(shared: Path, dragnet: Path) -> list[tuple[Document, bool]]:
    """News in a random order (so that a part of it is a sample), each with whether ``news.jsonl`` has its attributions."""
    rng = random.Random(f"news/{SEED}")
    texts = [
        (name, text) for name, text in news.texts(shared).items() if name.partition("_")[0] not in HELD_OUT
    ]
    pages = [(name, "\n\n".join(body)) for name, body, _ in news.read_pages(dragnet)]
    texts += rng.sample(pages, min(PAGES, len(pages)))
    rng.shuffle(texts)
    marks = read_marks(NEWS)
    return [(_document(name, text, marks.get(name)), name in marks) for name, text in texts if text.strip()]


def _document(name: str, text: str, marks: Marks | None) -> Document:
    if marks is None:
        return Document(name, text, [], [])
    return Document(name, text, marks.attributions, [], marks.inside, marks.known)


@torch.no_grad()
def label(teachers: Sequence[Reader], document: Document, annotated: bool) -> Labelled:
    """What the teachers see together: means of their probabilities; nothing but *outside* where no content is for inner tags."""
    tokens = example(document).tokens
    seen = [score(t, [tokens])[0] for t in teachers]
    parts, inner, mentions = (
        _mean([getattr(s, head) for s in seen]) for head in ("parts", "inner", "mentions")
    )
    found = spans(np.log(parts), PARTS)
    held = np.zeros(len(tokens), dtype=np.bool_)
    for content in (s for s in found if s.kind == "content"):
        held[content.first : content.last] = True
    inner[~held] = np.eye(inner.shape[1])[0]
    states = [s.states for s in seen]
    linked = _linked(teachers, states, tokens, found)
    within = _linked(teachers, states, tokens, spans(np.log(np.maximum(inner, TINY)), PARTS))
    half = [p.astype(np.float16) for p in (parts, inner, mentions)]
    first = states[0].cpu().numpy()
    largest = float(np.abs(first).max())
    rounded = np.round(first * (127 / largest)).astype(np.int8)
    return Labelled(document, annotated, half[0], half[1], half[2], linked, within, rounded, largest)


def _mean(scores: Sequence[torch.Tensor]) -> NDArray[np.float32]:
    chances: NDArray[np.float32] = (
        torch.stack([functional.softmax(s, 1) for s in scores]).mean(0).cpu().numpy()
    )
    return chances


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
