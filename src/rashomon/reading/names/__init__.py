"""Whom and what a report names: persons, organisations, outlets, their roles and what they belong to."""
