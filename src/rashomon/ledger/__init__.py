"""The ledger: one SQLite file that keeps every record, finds it again, and proves that it still holds."""

from rashomon.ledger.errors import LedgerError, UnknownIdError
from rashomon.ledger.lookup import Counts, Run, Said
from rashomon.ledger.search import Found
from rashomon.ledger.store import Ledger
from rashomon.ledger.tables.accounts import ConflictPlaces
from rashomon.ledger.verify import Finding

__all__ = [
    "ConflictPlaces",
    "Counts",
    "Finding",
    "Found",
    "Ledger",
    "LedgerError",
    "Run",
    "Said",
    "UnknownIdError",
]
