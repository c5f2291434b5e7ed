"""What the documents name is there: links, modules, commands. What the README promises besides: test_readme.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    "CONTRIBUTING.md",
    "README.md",
    "examples/README.md",
    "training/README.md",
    *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").glob("*.md"))),
]
MODULES = [
    f"/{path.relative_to(ROOT)}"
    for folder in ("src", "bench", "training", "tests", "docs")
    for path in (ROOT / folder).rglob("*.py")
]
NOT_OURS = frozenset({"pytest", "venv", "utils.py"})
"""Commands of others, and the name that no file of ours may have."""


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str) -> None:
    home = (ROOT / document).parent
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text(document)):
        assert re.match(r"https?://", target) or (home / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_module_that_is_named_is_there(document: str) -> None:
    for named in set(re.findall(r"(?<![\w./-])(?:[\w-]+/)*\w+\.py\b", text(document))) - NOT_OURS:
        assert any(module.endswith(f"/{named}") for module in MODULES), named


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_a_module_is_there(document: str) -> None:
    for named in set(re.findall(r"python -m\s+([\w.]+\w)", text(document))) - NOT_OURS:
        path = "/" + named.replace(".", "/")
        assert any(module.endswith((f"{path}.py", f"{path}/__main__.py")) for module in MODULES), named
