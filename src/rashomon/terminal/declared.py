"""A file that declares families of outlets, read for the command line."""

from __future__ import annotations

from pathlib import Path

from rashomon.accounts.families import declared
from rashomon.ledger import LedgerError


def declaration(path: Path) -> dict[str, str]:
    """Outlet to family, as the TOML file declares them. Raises LedgerError, in words, where it does not."""
    try:
        return declared(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        fault = (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
        mend = 'write [[family]], name = "…" and outlets = ["…", "…"] in it'
        raise LedgerError(str(path), fault, mend) from error
