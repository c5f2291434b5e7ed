"""Claims of which one tells how something was and the other how it is: they are not opposed."""

from __future__ import annotations

from itertools import pairwise

from rashomon.accounts.conflicts.opposition import Claim
from rashomon.reading.names.words.roles import NOUNS

_THEN = frozenset("old former formerly previous previously".split())
_SOMEBODY = frozenset("boy girl lady man men people president woman women".split())
_NEW, _NOW = frozenset("new current".split()), frozenset("newly now currently again".split())


def then_and_now(one: Claim, other: Claim) -> bool:
    """Whether one tells how it was, and the other how it is: *the old rules required it*, *the new ones do not require it*."""
    for x, y in ((one, other), (other, one)):
        then, now = _of_then(x), _of_now(y)
        if now and not _of_then(y) and (then & now or (then and "ones" in now)):
            return True
    return False


def _of_then(claim: Claim) -> frozenset[str]:
    """The words of which it is told how they were: *rules* of ``the old rules``; not somebody, as *the former mayor*."""
    return frozenset(b for a, b in pairwise(claim.words) if a in _THEN and b not in NOUNS | _SOMEBODY)


def _of_now(claim: Claim) -> frozenset[str]:
    """The words of which it is told how they are, all of them where a word for now stands alone: ``again``."""
    if not _NOW.isdisjoint(claim.words):
        return frozenset(claim.words)
    return frozenset(b for a, b in pairwise(claim.words) if a in _NEW)
