"""Names of people that differ by so little that one may be a slip or a short form of the other: what else is known decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from rashomon.collation.entities.names import (
    ENOUGH,
    FEMININE,
    Likeness,
    Name,
    begins_with_initial,
    likeness,
    shortened,
)
from rashomon.collation.entities.nicknames import initials, short_form
from rashomon.collation.entities.transliteration import Word, grade

LEAST_SURNAME = 4
"""Letters of a surname in which one may be a slip. Set by hand."""


def slipped(one: Name, other: Name) -> Likeness | None:
    """Whether two full names differ in a shortened given name, a surname more, or in one letter of the surname. Symmetric.

    Of a shortened given name initials behind it may be left out besides.

    >>> from rashomon.collation.entities.names import person
    >>> slipped(person("Stan Perlo"), person("Stanley Perlo")), slipped(person("Ilene Wolfe"), person("Ilene Wolff"))
    (<Likeness.SHORTENED: 'the same name, one of them shortened'>, <Likeness.SLIP: 'the same name but for a letter'>)
    >>> slipped(person("Bill Kerr"), person("William P. Kerr"))
    <Likeness.SHORTENED: 'the same name, one of them shortened'>
    >>> slipped(person("Ivan Ivanov"), person("Ivan Ivanova"))
    """
    if one.bare or other.bare:
        return None
    if len(one.words) != len(other.words):
        short, full = sorted((one, other), key=lambda n: len(n.words))
        if ends_cut(one, other):
            return Likeness.SHORTENED
        kept = replace(full, words=without_initials_behind(full.words))
        return shortened(short, kept) if len(kept.words) == len(short.words) else None
    if (found := shortened(one, other)) is not None:
        return found
    given = [[w.letters for w in n.words[:-1]] for n in (one, other)]
    a, b = sorted((n.words[-1].letters for n in (one, other)), key=lambda w: (len(w), w))
    if given[0] != given[1] or (one.particles, one.suffix) != (other.particles, other.suffix):
        return None
    # A last vowel tells a woman from a man.
    alike = len(a) >= LEAST_SURNAME and a[0] == b[0] and Levenshtein.distance(a, b, score_cutoff=1) == 1
    return Likeness.SLIP if alike and b not in (a + "a", a[:-1] + "a") and a[-1] != "a" else None


def ends_cut(one: Name, other: Name) -> bool:
    """Whether of two full names one leaves out what is behind the first surname. Symmetric.

    >>> from rashomon.collation.entities.names import person
    >>> ends_cut(person("Juan Pérez"), person("Juan Pérez Soto")), ends_cut(person("Ivo H. Kerr"), person("Ivo H."))
    (True, False)
    """
    short, full = sorted((one, other), key=lambda n: len(n.words))
    words = [w.letters for w in short.words]
    return (
        1 < len(words) < len(full.words)
        and (short.particles, short.suffix) == (full.particles, full.suffix)
        and [w.letters for w in full.words[: len(words)]] == words
        and min(len(words[-1]), len(full.words[-1].letters)) > 1
    )


def without_initials_behind(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a name without the initials behind the first."""
    return tuple(w for k, w in enumerate(words) if k == 0 or len(w.letters) > 1)


def names_apart(one: Name, other: Name) -> bool:
    """Whether two full names are two people's. Symmetric.

    Their surnames are, or neither has a given name that is the other's in short or in another spelling, or both have middle names
    that begin otherwise.

    >>> from rashomon.collation.entities.names import person
    >>> names_apart(person("Patricia Lee"), person("Patrick Lee"))
    True
    >>> names_apart(person("Pat Lee"), person("Patrick Lee"))
    False
    >>> names_apart(person("Ahmad Shah Massoud"), person("Ahmad Wali Massoud"))
    True
    >>> names_apart(person("Edda Clay Rossum"), person("C. Rossum")), names_apart(person("Li Wei"), person("Wei Li"))
    (False, False)
    """
    if min(len(one.words), len(other.words)) < 2 or likeness(one, other) is not None:
        return False
    a, b = one.words[:-1], other.words[:-1]
    last, surname = one.words[-1], other.words[-1]
    if not any(_one_surname(last, w) for w in other.words) and not any(
        _one_surname(surname, w) for w in one.words
    ):
        return True
    if any(_may_be_one(v, w) for v in a for w in other.words) or any(
        _may_be_one(v, w) for v in one.words for w in b
    ):
        return len(a) == len(b) > 1 and _may_be_one(a[0], b[0]) and a[1].letters[0] != b[1].letters[0]
    return True


def _one_surname(v: Word, w: Word) -> bool:
    """Whether two surnames may be one, in another spelling or with a slip."""
    return grade(v, w, True) is not None or Levenshtein.distance(v.letters, w.letters, score_cutoff=1) < 2


def _may_be_one(v: Word, w: Word) -> bool:
    """Whether two words may be one given name: in two spellings, an initial, or a short form."""
    short, full = sorted((v.letters, w.letters), key=lambda letters: (len(letters), letters))
    if len(short) == 1:
        return short in initials(full)
    begins = full.startswith(short) and full.removeprefix(short) not in FEMININE
    return begins or short_form(short, full) or grade(v, w, True) is not None


def left_out(one: Name, other: Name) -> Likeness | None:
    """Whether of two full names one leaves out *Jr*, or the initial before the given name. Symmetric.

    >>> from rashomon.collation.entities.names import person
    >>> [n for n in ("Anton B. Kerr Jr.", "O. Anton Kerr", "Anton B. Kerr") if left_out(person("Anton Kerr"), person(n))]
    ['Anton B. Kerr Jr.', 'O. Anton Kerr']
    >>> left_out(person("Anton Kerr Jr."), person("Anton Kerr III"))
    """
    if one.bare or other.bare or (one.suffix and other.suffix):
        return None
    more, fewer = sorted((one, other), key=lambda n: -len(n.words))
    if initial := begins_with_initial(more) and len(more.words) > len(fewer.words):
        more = replace(more, words=more.words[1:])
    if not initial and one.suffix == other.suffix:
        return None
    found = likeness(replace(more, suffix=""), replace(fewer, suffix=""))
    return Likeness.SUFFIX if found in ENOUGH else None
