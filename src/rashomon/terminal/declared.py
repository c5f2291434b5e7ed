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
        if isinstance(error, OSError):
            fault, mend = (error.strerror or str(error)).lower(), "give the path of a TOML file to --families"
        else:
            fault = "this is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            mend = 'write [[family]], name = "…" and outlets = ["…", "…"] in it'
        raise LedgerError(str(path), fault, mend) from error
