"""Short forms of given names that are no beginnings of them: *Steve* of *Stephen*, *Bill* of *William*.

A short form alone makes nobody one person; it is only a likeness for roles and company to settle.
"""

from __future__ import annotations

from collections.abc import Iterator

_SHORT = {
    "abby": "abigail", "andy": "andrew", "bernie": "bernard", "betty": "elizabeth", "bill": "william", "billy": "william",
    "bob": "robert", "bobby": "robert", "cathy": "catherine", "charlie": "charles", "chuck": "charles", "cindy": "cynthia",
    "dave": "david", "debbie": "deborah", "dick": "richard", "drew": "andrew", "gene": "eugene", "hal": "harold",
    "hank": "henry", "harry": "henry", "jack": "john", "jerry": "gerald jerome jerrold", "jim": "james", "jimmy": "james",
    "joe": "joseph", "joey": "joseph", "johnny": "john jonathan", "judy": "judith", "kate": "katherine catherine kathryn",
    "kathy": "katherine kathleen kathryn", "kenny": "kenneth", "larry": "lawrence", "liz": "elizabeth", "maggie": "margaret",
    "mick": "michael", "mike": "michael", "nate": "nathan nathaniel", "nick": "nicholas", "pat": "patrick patricia",
    "peggy": "margaret", "rick": "richard", "ron": "ronald", "sandy": "sandra alexander", "steve": "stephen steven",
    "ted": "edward theodore", "tish": "letitia", "tom": "thomas", "tommy": "thomas", "tony": "anthony", "vicky": "victoria",
    "will": "william", "willy": "william",
}  # fmt: skip
_LONG = {short: frozenset(long.split()) for short, long in _SHORT.items()}
_NONE: frozenset[str] = frozenset()


def short_form(one: str, other: str) -> bool:
    """Whether one folded given name is a short form of the other, or both are of one.

    >>> short_form("steve", "stephen"), short_form("bill", "billy"), short_form("steve", "robert")
    (True, True, False)
    """
    a, b = _LONG.get(one, _NONE), _LONG.get(other, _NONE)
    return one != other and (one in b or other in a or not a.isdisjoint(b))


def initials(given: str) -> Iterator[str]:
    """The first letters of a folded given name and of those that it is short for, each once."""
    yield from sorted({given[0], *(long[0] for long in _LONG.get(given, _NONE))})
