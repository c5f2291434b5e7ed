"""What documents and docstrings name is there: links, modules, commands, functions. What the README promises besides:
test_readme.py."""

from __future__ import annotations

import importlib
import inspect
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


REFERENCE = re.compile(r":(?:attr|class|data|func|meth|mod):`~?(?P<name>[\w.]+)`")


def test_what_a_docstring_refers_to_is_there() -> None:
    missing = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        missing += [
            f"{path.relative_to(ROOT)}: {m['name']}"
            for m in REFERENCE.finditer(source)
            if not is_there(path, m["name"], source)
        ]
    assert missing == []


def is_there(path: Path, name: str, source: str) -> bool:
    """Whether a module knows a name: its own, a class's of its own, one of a module beside it (dots lead out of its folder), or a
    full one."""
    module = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    bare = name.lstrip(".")
    above = ".".join(package.split(".")[: len(package.split(".")) + 1 - max(1, len(name) - len(bare))])
    own = importlib.import_module(module)
    classes = [c for _, c in inspect.getmembers(own, inspect.isclass) if c.__module__ == module]
    if any(leads(c, name.split(".")) for c in classes) or f"self.{name} = " in source:
        return True
    return any(found(full) for full in (f"{module}.{bare}", f"{above}.{bare}", bare))


def found(full: str) -> bool:
    """Whether a full name leads to a module, or to what one has."""
    parts = full.split(".")
    for at in range(len(parts), 0, -1):
        try:
            module = importlib.import_module(".".join(parts[:at]))
        except ImportError:
            continue
        return leads(module, parts[at:])
    return False


def leads(start: object, parts: list[str]) -> bool:
    """Whether these attributes, one of the other, are there."""
    for part in parts:
        if not hasattr(start, part):
            return False
        start = getattr(start, part)
    return True
