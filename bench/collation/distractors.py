"""Sentences of the shared texts, and their vectors, made once and kept in a file: a crowd for a statement to be lost in.

    nice python -m bench.collation.distractors --vectors FILE.npz     (embeds them: some ten minutes of one core)

PolNeAR (its sentences, and the contents that its annotators marked), ECB+, NeuS, MRPC, the ISAF releases, ClaimDiff and the
pages of Dragnet, each sentence once, in a fixed order mixed by its digest, so that any first part of them is a fair sample.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from lxml import html
from numpy.typing import NDArray

from bench.collation.corpora import ecb, neus
from bench.shared import shared
from rashomon.collation.sentences.embed import Embedder
from rashomon.reading.text.sentences import sentences

LEAST_WORDS = 3
"""Words a sentence must have: shorter ones of web pages are buttons and names."""

_CONTENT = re.compile(r"^(T\d+)\tContent (\d+) (?:\d+;\d+ )*(\d+)\t", re.MULTILINE)


def distractors() -> list[str]:
    """Every sentence once, white space folded, in order of its SHA-256."""
    found = {
        " ".join(text[s.start : s.end].split()) for text in _texts() for s in sentences(text, 0, len(text))
    }
    kept = (s for s in found if len(s.split()) >= LEAST_WORDS)
    return sorted(kept, key=lambda s: hashlib.sha256(s.encode("utf-8", "replace")).hexdigest())


def translations() -> list[tuple[str, str]]:
    """The 3,000 lines of news in two translations each."""
    folder = shared() / "data" / "translations"
    found = []
    for language in ("de", "ru", "cs"):
        sides = [
            (folder / f"newstest2021.{language}-en.{side}.en").read_text(encoding="utf-8").split("\n")
            for side in "AB"
        ]
        found += [(a.strip(), b.strip()) for a, b in zip(*sides, strict=True) if a.strip() and b.strip()]
    return found


def vectors(texts: Iterable[str], file: Path | None) -> NDArray[np.float16]:
    """A row of unit length for each text; what ``file`` holds already is taken from it, and what is new is added to it."""
    texts = list(texts)
    known: dict[str, int] = {}
    rows = np.zeros((0, 384), dtype=np.float16)
    if file and file.is_file():
        with np.load(file) as kept:
            rows = kept["vectors"]
            known = {digest: k for k, digest in enumerate(kept["digests"].tolist())}
    wanted = [_digest(text) for text in texts]
    new = {digest: text for digest, text in zip(wanted, texts, strict=True) if digest not in known}
    if new:
        embedder = Embedder.load()
        made = np.vstack([embedder.embed([text]).astype(np.float16) for text in new.values()])
        known |= {digest: len(rows) + k for k, digest in enumerate(new)}
        rows = np.vstack([rows, made])
        if file:
            np.savez(file, digests=np.array(list(known)), vectors=rows)
    return np.asarray(rows[[known[digest] for digest in wanted]], dtype=np.float16)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _texts() -> Iterator[str]:
    data = shared() / "data"
    for path in sorted((data / "polnear").glob("*/text/*.txt")):
        text = path.read_text(encoding="utf-8")
        yield text
        for marks in sorted(path.parents[1].glob(f"attributions/{path.stem}_*.ann")):
            for _, start, end in _CONTENT.findall(marks.read_text(encoding="utf-8")):
                yield text[int(start) : int(end)]
    yield from (text for _, text in ecb())
    yield from (text for _, text in neus())
    for line in (data / "stories" / "neus-train.source").read_text(encoding="utf-8").split("\n"):
        for part in line.split("[SEP]"):
            if told := re.match(r"\s*TITLE=> (.*?) ARTICLE=> (.*)", part.strip(), re.DOTALL):
                yield f"{told[1]}\n{told[2]}"
    for line in (data / "figures" / "isaf-press-releases.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (turn["value"] for turn in json.loads(line)["conversations"])
    for name in ("mrpc_train.txt", "mrpc_test.txt"):
        for line in (data / "paraphrase" / name).read_text(encoding="utf-8-sig").splitlines()[1:]:
            yield from line.split("\t")[3:5]
    for path in sorted((data / "claims").glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8"))["data"]:
            yield from (str(row[key]) for key in ("claim_a", "claim_b", "article_a", "article_b"))
    with tarfile.open(data / "pages" / "dragnet-train.tar.xz") as pages:
        for member in pages:
            file = pages.extractfile(member) if member.isfile() else None
            if file is None:
                continue
            content = file.read()
            if "/gold/" in f"/{member.name}":
                yield content.decode("utf-8", "replace")
            elif content.strip():
                yield _visible(content)


def _visible(page: bytes) -> str:
    """All text of a page, a line a piece: more than is ever read of it, since here the more the better."""
    try:
        root = html.document_fromstring(page)
    except (ValueError, html.etree.ParserError):
        return ""
    html.etree.strip_elements(root, "script", "style", "noscript", with_tail=False)
    pieces = root.itertext()
    return "\n".join(" ".join(str(piece).split()) for piece in pieces)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True, help="the .npz file to keep the vectors in")
    parser.add_argument("--most", type=int, default=200_000, help="sentences to embed")
    args = parser.parse_args()
    texts = distractors()[: args.most]
    print(f"{len(texts)} sentences")
    vectors([side for pair in translations() for side in pair], args.vectors)
    for done in range(20_000, len(texts) + 20_000, 20_000):
        vectors(texts[:done], args.vectors)
        print(f"{min(done, len(texts))} embedded", flush=True)


if __name__ == "__main__":
    main()
