"""The house rules that tools can check: style, types, and the one direction of imports."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 500


def run(*command: str) -> None:
    tool = shutil.which(command[0], path=str(Path(sys.executable).parent)) or command[0]
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"


def test_ruff_finds_nothing() -> None:
    run("ruff", "check", ".")


def test_code_is_formatted() -> None:
    run("ruff", "format", "--check", ".")


def test_types_are_strict() -> None:
    run("mypy")


@pytest.mark.skipif(find_spec("torch") is None, reason="models are trained with the extra 'training'")
def test_types_of_training_are_strict() -> None:
    run("mypy", "training")


def test_imports_go_one_way() -> None:
    run("lint-imports")


@pytest.mark.parametrize("folder", ["src", "training", "bench", "tests"])
def test_files_stay_small_and_their_names_say_something(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES, path
        assert not re.fullmatch(r"(utils?|helpers?|misc|common)\.py", path.name), path


def test_bare_import_is_light() -> None:
    """``import rashomon`` loads no model, no parser and no database; heavy modules come at the point of use."""
    heavy = "numpy, onnxruntime, trafilatura, tokenizers, lxml, rich, typer, pyarrow, fastapi, uvicorn"
    code = f"import sys, rashomon; sys.exit(', '.join(m for m in '{heavy}'.split(', ') if m in sys.modules) or 0)"
    run(sys.executable, "-c", code)
