"""What the README promises is there."""

from __future__ import annotations

import re
from pathlib import Path

import rashomon

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_it_names_exists() -> None:
    from typer.main import get_command

    from rashomon.cli import app

    known = set(get_command(app).commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"^(?:.*/bin/)?rashomon (\w+)", README, re.M)) | set(
        re.findall(r"`rashomon (\w+)", README)
    )
    assert named
    assert named <= known


def test_its_two_commands_are_there_and_ci_calls_the_second() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.M)
    assert len(commands) == 2
    assert "rashomon read examples/" in commands[0]
    assert commands[1].endswith("pytest")
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_public_name_loads() -> None:
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None
