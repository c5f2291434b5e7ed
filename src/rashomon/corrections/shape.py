"""An attribution as a correction holds it, in JSON: what it was (``old``) and what stands in its place (``new``).

``{"source": [[START, END, "words there"], …], "cue": …, "content": …, "speaker": "NAME" or null, "kind": …}``. Offsets
count code points of the report's text, half-open. ``old`` has all of it as the person saw it and, where that was a mended
reading already, ``"read"``: the parts as the machine had them. ``new`` has only what is changed; ``kind`` is that of the
speaker (person, organisation, …). With the words beside the offsets, a correction is found again where a text has moved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.records import Attribution, MentionKind, Span

PARTS = ("source", "cue", "content")

Shape = Mapping[str, Any]
Quoted = tuple[Span, str]
"""A span and the words that stood there."""


def of_parts(text: str, parts: Mapping[str, Iterable[Span]]) -> dict[str, list[list[int | str]]]:
    """Parts by name as JSON holds them."""
    return {
        part: [[s.start, s.end, text[s.start : s.end]] for s in parts[part]]
        for part in PARTS
        if part in parts
    }


def of_attribution(text: str, stood: Attribution, read: Attribution) -> str:
    """``old``: an attribution as it stood, and as the machine had read it where that was otherwise."""
    shape: dict[str, Any] = {**of_parts(text, _parts(stood)), "speaker": stood.speaker.name}
    if _parts(stood) != _parts(read):
        shape["read"] = of_parts(text, _parts(read))
    return dumped(shape)


def of_speaker(name: str | None, kind: MentionKind | None) -> str:
    """``new`` of a decision about the speaker; a name of ``None`` says that nobody knows."""
    return dumped({"speaker": name, "kind": None if kind is None else kind.value})


def dumped(shape: Shape) -> str:
    """A shape as text, the same on every machine."""
    return json.dumps(shape, ensure_ascii=False, sort_keys=True)


def loaded(words: str | None) -> Shape:
    """``old`` or ``new`` as a shape; empty where it is none, as of a correction that another program wrote."""
    try:
        found = json.loads(words or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def quoted(shape: Shape, part: str) -> tuple[Quoted, ...] | None:
    """The spans of a part with their words, in text order; ``None`` where the shape does not speak of the part."""
    found = shape.get(part)
    if not isinstance(found, list):
        return None
    out = []
    for item in found:
        match item:
            case [int(start), int(end), str(words)] if 0 <= start < end:
                out.append((Span(start, end), words))
            case _:
                return None
    return tuple(sorted(out))


def speaker(shape: Shape) -> tuple[str | None, MentionKind | None] | None:
    """The speaker's name (``None``: not known) and kind; ``None`` where the shape does not speak of the speaker."""
    name, kind = shape.get("speaker"), shape.get("kind")
    if "speaker" not in shape or not (name is None or isinstance(name, str)):
        return None
    return name, MentionKind(kind) if kind in set(MentionKind) else None


def rejected(attribution: Attribution) -> bool:
    """Whether a person has rejected it: nothing of it is left but its number, and why in ``Speaker.why``."""
    return not (attribution.source or attribution.cue or attribution.content)


def _parts(attribution: Attribution) -> dict[str, tuple[Span, ...]]:
    return {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
