"""What could not be read, each with what mends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.phrases import count
from rashomon.records import Problem
from rashomon.terminal.screen import heading, indented, line

_PLACE = re.compile(r"(?P<file>.+\.(?:json|jsonl|mbox)|stdin)(?P<place>:\d+|\[\d+\])", re.DOTALL)

#: Places of a file that are named where many have one fault.
MOST_PLACES = 3


def problems_page(found: Sequence[Problem]) -> RenderableType:
    """Every problem of a ledger: what could not be read, then notes on what could be, or was passed over."""
    views: list[RenderableType] = []
    for title, some in parted(found):
        views += [*([Text()] if views else []), heading(title), *problem_entries(some)]
    if all(problem.noted for problem in found):
        rest = " but for what follows." if found else "."
        views = [line(f"Everything that this ledger was given could be read{rest}"), *views]
    return Group(*views)


def parted(found: Sequence[Problem]) -> list[tuple[str, list[Problem]]]:
    """Problems under their headings: what could not be read, and what is to be noted; none without any."""
    failed, noted = [p for p in found if not p.noted], [p for p in found if p.noted]
    parts = [
        (f"Could not be read: {count(len(failed), 'item')}", failed),
        (f"To be noted: {count(len(noted), 'item')}", noted),
    ]
    return [(title, some) for title, some in parts if some]


def problem_entries(found: Sequence[Problem]) -> list[RenderableType]:
    """Problems in two lines each, the item and its fault, then what mends it; one for all places of a file with one fault."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for problem in found:
        place = _PLACE.fullmatch(problem.item)
        file = place["file"] if place else problem.item
        alike.setdefault((file, problem.fault, problem.mend), []).append(place["place"] if place else "")
    return [
        indented(line(f"{_item(file, places)}: {fault}"), indented(line(mend, style="dim")))
        for (file, fault, mend), places in alike.items()
    ]


def _item(file: str, places: Sequence[str]) -> str:
    """A file with the places in it that have one fault.

    >>> _item("news.jsonl", [":3"]), _item("news.jsonl", [":1", ":10", ":9", ":3", ":2"])
    ('news.jsonl:3', 'news.jsonl, in 5 places (:1, :2, :3 … :10)')
    """
    if len(places) == 1:
        return f"{file}{places[0]}"
    shown = sorted(places, key=lambda place: (len(place), place))
    rest = "" if len(shown) <= MOST_PLACES else f" … {shown[-1]}"
    return f"{file}, in {count(len(shown), 'place')} ({', '.join(shown[:MOST_PLACES])}{rest})"
