"""Rashomon: a sourced ledger of who said what, in which wordings, and where the accounts part."""

__version__ = "0.1.0"
