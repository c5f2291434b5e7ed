"""A dossier: one self-contained file about a story, for somebody who has neither Rashomon nor the ledger."""

from rashomon.dossier.write import FORMATS, dossier

__all__ = ["FORMATS", "dossier"]
