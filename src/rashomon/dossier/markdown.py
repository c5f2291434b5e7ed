"""Captured text as Markdown that means itself: CommonMark, and the additions of GitHub."""

from __future__ import annotations

import re

from rashomon.dossier.marking import Block
from rashomon.dossier.view import ReportView, TellingView
from rashomon.visible import one_line, visible

#: What could be markup wherever it stands in a line; the colon and full stops are those that make bare addresses
#: links.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#&~$@^]|:(?=//)|(?<=www)\.|(?<=ftp)\.", re.IGNORECASE)
_AT_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})(?=[.)]))", re.MULTILINE)

#: How what is said is marked in a text: two signs that no report has.
OPENING, CLOSING = "⟦", "⟧"


class Finished(str):
    """Markdown that is finished: printed as it is."""

    __slots__ = ()


def markdown(text: str) -> str:
    r"""Captured text as one line.

    >>> print(markdown("# *Stop* <script>\n1. see www.mill.example"))
    \# \*Stop\* \<script\> 1. see www\.mill.example
    """
    return _escaped(one_line(text))


def wording(telling: TellingView) -> Finished:
    """A wording on one line, in bold where it differs."""
    pieces = []
    for piece in telling.pieces:
        text = _MARKUP.sub(_backslash, re.sub(r"\s+", " ", visible(piece.text)))
        pieces.append(f"**{text}**" if piece.differs else text)
    return Finished("".join(pieces).strip())


def marked(block: Block) -> Finished:
    """A passage as a block quotation: its line ends kept, what is said between ⟦ and ⟧, numbers of statements after it."""
    pieces, inside = [], False
    for piece in block.pieces:
        if piece.content != inside:
            pieces.append(OPENING if piece.content else CLOSING)
            inside = piece.content
        pieces.append(
            f" … characters {piece.start} to {piece.end} left out … " if piece.left_out else piece.text
        )
        pieces += [f" (S{number})" for number in piece.ends]
    text = visible("".join(pieces) + (CLOSING if inside else "")).strip()
    lines = (_escaped(" ".join(line.split())) for line in text.splitlines())
    return Finished("\n".join(f"> {line}".rstrip() for line in lines))


def target(report: ReportView) -> Finished:
    """A report's address as the target of a link between angle brackets; only ever one that ``web_link`` has let through."""
    return Finished((report.link or "").replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C"))


def _escaped(line: str) -> str:
    return _AT_LINE_START.sub(_guarded, _MARKUP.sub(_backslash, line))


def _backslash(match: re.Match[str]) -> str:
    return "\\" + match[0]


def _guarded(match: re.Match[str]) -> str:
    """What would begin a list or underline a heading: a sign, or a number before its full stop."""
    return f"{match[1]}\\{match[2]}" if match[2] else f"{match[1]}{match[3]}\\"
