"""What is told of a report's copies: the outlet's standing phrases are the same in whatever order its passages come."""

from __future__ import annotations

from typing import cast

import pytest

from rashomon.dossier import kinship
from rashomon.dossier.gathered import Shelf
from rashomon.records import Passage, Report, Span, Voice
from rashomon.records.copies import CopiedPassage


def report(id_: str) -> Report:
    text = "The lock was shut at dawn. Read more at the Gull."
    return Report(id_, id_, id_, text, (Passage(Voice.BODY, 0, len(text)),), outlet="Gull")


class _Shelf:
    def report(self, id_: str) -> Report:
        return report(id_)


def test_standing_phrases_do_not_depend_on_the_order_of_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    phrase = Span(27, 49)
    long = [CopiedPassage("a", phrase, other, phrase, 5) for other in "bcd"]
    short = [CopiedPassage("a", Span(0, 8), other, Span(0, 8), 2) for other in "ef"]
    monkeypatch.setattr(kinship, "MOST_LOOKED_AT", 3)
    shelf = cast(Shelf, _Shelf())
    assert kinship.standing(shelf, report("a"), [*short, *long]) == set(long)
    assert kinship.standing(shelf, report("a"), [*long, *short]) == set(long)
