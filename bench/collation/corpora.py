"""Reports by story, from two corpora among the shared data: ECB+ (Cybulska and Vossen 2014) and NeuS (Lee et al. 2022)."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree

from bench.shared import shared


def ecb() -> list[tuple[str, str]]:
    """Event group and text of every document; a first line that is an address is left out."""
    found = []
    for path in sorted((shared() / "data" / "ecbplus").glob("*/*.xml")):
        lines: dict[str, list[str]] = defaultdict(list)
        for token in etree.parse(str(path)).iter("token"):
            lines[str(token.get("sentence"))].append(token.text or "")
        texts = [" ".join(words) for words in lines.values()]
        group = path.parent.name + ("plus" if "ecbplus" in path.name else "")
        found.append((group, "\n".join(texts[texts[0].startswith("http") :])))
    return found


def neus(part: str = "val") -> list[tuple[str, str]]:
    """Story and text (title and excerpt) of every report of a part, ``val`` or ``train``."""
    found = []
    lines = (shared() / "data" / "stories" / f"neus-{part}.source").read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        for part in line.split("[SEP]"):
            if told := re.match(r"\s*TITLE=>(.*?)ARTICLE=>(.*)", part, re.DOTALL):
                found.append((str(number), f"{told[1].strip()}\n{told[2].strip()}"))
    return found
