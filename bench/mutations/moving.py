"""Texts changed by replacements, and where every offset of the old text lies in the new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """``text[start:end]`` becomes ``new``; nothing is replaced where ``start == end``, nothing put in where ``new`` is empty."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """Where the offsets of an old text, 0 to its length, lie in the new one.

    An offset has two places, for what is put in between two characters belongs to neither: ``starts`` is where the character
    after it begins, ``ends`` where the character before it ends. Characters replaced together share the place of what
    replaces them, so a span that begins or ends among them takes the whole of it. Both lists never decrease.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the new text that holds what became of ``old[start:end]``; empty where nothing is left.

        >>> mutated("His “horn”", [Edit(4, 5, ""), Edit(7, 9, "m"), Edit(9, 10, "")]).mapping.span(4, 10)
        (4, 7)
        """
        if start >= end:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.ends[end]


class Mutated(NamedTuple):
    """A text that was changed, and where the old one's offsets lie in it."""

    text: str
    mapping: Mapping


def mutated(text: str, edits: Iterable[Edit]) -> Mutated:
    """``text`` with the edits made. They may come in any order; those that overlap raise ValueError."""
    pieces: list[str] = []
    starts: list[int] = []
    ends = [0]
    at = length = 0
    for start, end, new in sorted(edits):
        if not at <= start <= end <= len(text):
            raise ValueError(f"the edit of {start}:{end} overlaps another or leaves the text")
        pieces += text[at:start], new
        starts += range(length, length + start - at)
        ends += range(length + 1, length + start - at + 1)
        length += start - at
        starts += [length] * (end - start)
        length += len(new)
        ends += [length] * (end - start)
        at = end
    pieces.append(text[at:])
    starts += range(length, length + len(text) - at + 1)
    ends += range(length + 1, length + len(text) - at + 1)
    return Mutated("".join(pieces), Mapping(tuple(starts), tuple(ends)))
