"""Documents with what teachers see in them, as :mod:`training.reader.label` writes them down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.reader.corpus import Document
from training.reader.targets import Linked, example


@dataclass
class Labelled:
    """A document and what teachers see in it: probabilities (tokens, tags) as half-precision numbers, linked spans, and the
    first teacher's ``states`` (tokens, its width), 127 standing for ``largest``.

    ``annotated`` tells whether the document has gold attributions.
    """

    document: Document
    annotated: bool
    parts: NDArray[np.float16]
    inner: NDArray[np.float16]
    mentions: NDArray[np.float16]
    linked: Linked
    within: Linked
    states: NDArray[np.int8]
    largest: float


def read(folder: Path) -> list[Labelled]:
    """All labels in a folder, in order; those of documents that are cut into other tokens since are told of and left out."""
    rows = [row for file in sorted(folder.glob("*.pt")) for row in torch.load(file, weights_only=False)]
    fit = [row for row in rows if len(example(row.document).tokens) == len(row.parts)]
    if len(fit) < len(rows):
        print(
            f"{len(rows) - len(fit)} of {len(rows)} labelled documents have other tokens now: left out",
            flush=True,
        )
    return fit
