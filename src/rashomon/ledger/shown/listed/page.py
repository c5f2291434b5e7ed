"""How long a page of a list is."""

PAGE = 50
"""Entries on a page of a list."""
