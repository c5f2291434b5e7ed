"""Accounts: what a story's statements and figures rest on, when, and where they part."""
