"""Labels are written down once; what stands inside contents goes on being annotated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.reader.contents import with_insides
from training.reader.corpus import read_marks
from training.reader.label import NEWS, annotated
from training.reader.labelled import Labelled


def with_latest_insides(labelled: Sequence[Labelled], polnear: Path) -> None:
    """Give labelled documents what is annotated inside their contents now; ``polnear`` holds the training articles, which were
    labelled as the augmentation shows them.
    """
    news, shown = read_marks(NEWS), {document.name: document for document, _ in annotated(polnear)}
    for row in labelled:
        name, text = row.document.name, row.document.text
        if not row.annotated:
            row.document = with_insides(row.document)
        elif name in shown and shown[name].text == text:
            row.document = shown[name]
        elif name in news:
            row.document = replace(row.document, inner=news[name].inside, inner_known=news[name].known)
