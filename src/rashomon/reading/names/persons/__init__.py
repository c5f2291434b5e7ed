"""Whom a report names: which mentions are one person, and what a short name may be short for."""
