"""Rashomon: a sourced ledger of who said what, in which wordings, and where the accounts part.

>>> import rashomon
>>> rashomon.read(["examples/osmer-delta"], ledger="rashomon.db")                     # doctest: +SKIP
>>> with rashomon.Ledger.open("rashomon.db") as ledger:                               # doctest: +SKIP
...     for story in ledger.stories():
...         print(story.title, len(story.reports))

``read`` fills a ledger, ``attribute`` reads one text, ``collate`` brings several together, ``Ledger`` gives back
everything that was read, as the frozen records of :mod:`.records`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.ingest import Progress, Summary, read
    from rashomon.ledger import Ledger, LedgerError
    from rashomon.without_ledger import Collation, attribute, attribute_files, collate, collate_files

__version__ = "0.1.0"

__all__ = [
    "Collation",
    "Ledger",
    "LedgerError",
    "Progress",
    "Summary",
    "__version__",
    "attribute",
    "attribute_files",
    "collate",
    "collate_files",
    "read",
]

_HOMES = {
    "rashomon.ingest": ("Progress", "Summary", "read"),
    "rashomon.ledger": ("Ledger", "LedgerError"),
    "rashomon.without_ledger": ("Collation", "attribute", "attribute_files", "collate", "collate_files"),
}


def __getattr__(name: str) -> object:
    """Load a public name's module when it is first asked for, so that ``import rashomon`` costs nothing."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
