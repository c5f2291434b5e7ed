"""From the model's probabilities to chances that hold: of a hundred attributions given 0.8, about eighty are right.

A neural tagger is surer than it should be. Logistic functions of its log-odds (Platt 1999), fitted by
``training/reader/calibrate.py`` on articles it was not trained on, mend that: one for the attribution (right as in who-said-what:
its content and its source are what an annotator marked) and one for each part (exactly as an annotator marked it). The
model card shows how well they hold.
"""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.reading.attributions.attributions import Found
from rashomon.records import AttributionKind, PartConfidence

FILE = "confidence.json"
FEATURES = ("bias", "source", "cue", "content", "direct", "mixed", "sourceless")
"""What a logistic function weighs: 1, log-odds of the three parts, and whether the kind or a lacking source applies."""

OUTCOMES = ("whole", "source", "cue", "content")

LEAST = 0.35
"""The chance below which an attribution is left out.

F1 is highest where what is kept has a chance of at least half of it (Lipton, Elkan and Narayanaswamy 2014): 0.38 here. On
PolNeAR dev who-said-what and strict F1 stood at 76.1 and 61.0 with 0.2, at 76.6 and 61.8 with 0.35, and fell from 0.4 on. Three
in four of what goes between are wrong; most of it names no source.
"""

# Log-odds are held within ±8: beyond, they say how long a span is rather than how sure.
_EDGE = 8.0


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights by outcome, in the order of FEATURES; without weights the model's own probabilities stand."""

    weights: Mapping[str, tuple[float, ...]] | None = None

    @classmethod
    def load(cls, folder: Path) -> Calibration:
        """The calibration that lies beside a model, if one does."""
        file = folder / FILE
        if not file.exists():
            return cls()
        rows = json.loads(file.read_text(encoding="utf-8"))
        return cls({name: tuple(rows[name]) for name in OUTCOMES})

    def whole(self, f: Found) -> float:
        """The chance that the attribution is right, 0 to 1."""
        if f.chance is not None:
            return round(f.chance, 4)
        return self._chance("whole", features(f), f.certainty.whole)

    def parts(self, f: Found) -> PartConfidence:
        """The chance of each part to be exactly right."""
        if f.chance is not None:
            same = round(f.chance, 4)
            return PartConfidence(same, same, same)
        c, weighed = f.certainty, features(f)
        return PartConfidence(
            self._chance("source", weighed, c.source),
            self._chance("cue", weighed, c.cue),
            self._chance("content", weighed, c.content),
        )

    def _chance(self, outcome: str, weighed: tuple[float, ...], raw: float) -> float:
        if self.weights is None:
            return round(raw, 4)
        total = math.fsum(map(operator.mul, self.weights[outcome], weighed))
        return round(1 / (1 + math.exp(-total)), 4)


UNCALIBRATED = Calibration()
"""The model's own probabilities."""


def likely(found: Sequence[Found], calibration: Calibration) -> tuple[Found, ...]:
    """The attributions less the outermost ones that are hardly right, in order.

    What stands inside one that is left out stands by itself, if it is likely enough so.
    """
    new: dict[int, int] = {}
    kept: list[Found] = []
    for i, f in enumerate(found):
        inside = new.get(f.inside) if f.inside is not None else None
        if inside is not None or calibration.whole(f) >= LEAST:
            new[i] = len(kept)
            kept.append(replace(f, inside=inside))
    return tuple(kept)


def features(f: Found) -> tuple[float, ...]:
    """Numbers in the order of FEATURES."""
    c = f.certainty
    return (
        1.0,
        _log_odds(c.source),
        _log_odds(c.cue),
        _log_odds(c.content),
        float(f.kind is AttributionKind.DIRECT),
        float(f.kind is AttributionKind.MIXED),
        float(not f.source),
    )


def _log_odds(p: float) -> float:
    odds = math.log(max(p, 1e-6)) - math.log(max(1 - p, 1e-6))
    return max(-_EDGE, min(_EDGE, odds))
