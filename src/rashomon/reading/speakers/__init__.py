"""Whom a source leads to within its report (``speakers.py`` puts the rules in order)."""
