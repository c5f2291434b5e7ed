"""Models that are one table of numbers, written where the package reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rashomon.models import model_path


def write(file: str, table: Mapping[str, Any]) -> None:
    """Write a model's table, its keys in order, so that equal tables are equal bytes."""
    content = json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (model_path("") / file).write_text(f"{content}\n", encoding="utf-8")
