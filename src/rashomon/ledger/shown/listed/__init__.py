"""Lists to leaf through: stories, where accounts part, people with what they are reported to have said, and problems, a page
at a time.

A ledger may hold a million statements, so every list here has a beginning and a length, and counts are made for what
is on the page alone.
"""

from rashomon.ledger.shown.listed import conflicts, people, problems, stories
from rashomon.ledger.shown.listed.page import PAGE

__all__ = ["PAGE", "conflicts", "people", "problems", "stories"]
