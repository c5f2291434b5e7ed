"""Words of names, folded by the letters that spelling and transliteration into Latin script vary.

A key in the tradition of Soundex (Russell 1918) and of Beider and Morse's phonetic matching (2008), which also fold by how names
of one origin are written down elsewhere; the rules here are our own. Keys only make candidates: :func:`grade` then compares.

>>> word("qaddafi").full, word("kadhafi").full, word("gaddafi").skeleton
('kadafi', 'kadafi', 'kdf')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: its letters (lower case, no marks), and its keys from the least to the most folded.

    ``light`` folds what spelling alone varies (doubled letters, *-sky*, *-skiy*), ``full`` what transliteration varies,
    ``skeleton`` leaves the consonants, classed. ``foreign`` tells that the letters point to transliteration.
    """

    letters: str
    light: str
    full: str
    skeleton: str
    foreign: bool


_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
_VOWEL_LETTERS = "aeiou"

_LIGHT = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=[aou])ye", "e"),  # Dostoyevsky
        (r"^ye(?=[fgkmsv]|l[ei])", "e"),  # Yevgeny, Yelena
        (r"(?<=[b-df-hj-np-tv-z])([ou])e(?=[b-df-hj-np-tx-z])(?!l$)", r"\1"),  # Mueller, Schroeder
        (r"(?<=[b-df-hj-np-tv-z])ae(?=[b-df-hj-np-tv-z])(?!l$)", "a"),  # Kaeser
        (r"([a-z])\1", r"\1"),
        (r"sk(?:iy|ij|yi|yj|y|j)$", "ski"),
        (r"(?:iy|ij|yi|ii)$", "y"),
        (r"(?<=[aeiou])h$", ""),  # Sarah, Abdullah
    )
)

_FULL = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"^ye", "e"),  # Yevgeny, Yeltsin
        (r"^(?:dzh|dj)", "j"),
        (r"shch|sch", "sh"),
        (r"t(?:s?ch|sh)", "ch"),
        (r"ph", "f"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"zh", "j"),
        (r"ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"q", "k"),
        (r"tz", "ts"),
        (r"ks", "x"),
        (r"([oe])ff?$", r"\1v"),  # Smirnoff
        (r"ou|oo|uw", "u"),
        (r"e[iy]|a[iy]", "ai"),
        (r"ee|ie", "i"),
        (r"w", "v"),
        (rf"(?<={_CONSONANT})j", "i"),
        (r"(?<=[aeiou])j$", "i"),
        (r"y", "i"),
        (r"(.)\1", r"\1"),
    )
)

_CLASSES = str.maketrans("gqczv", "kkkdf")
"""Consonants of one class: g, k and q for one letter of Arabic, d and z for another, v and f at the end of Slavic names."""

_FOREIGN = re.compile(
    r"kh|gh(?!t)|dh|zh|q(?!u)|aa|ii|uu|iy|yy|ij$|[aeiou]h[aeiou]|[aeiu]h[bdfgjklmnrstvz]|ou[dfmrsz]|oo[dfz]$|[oe]va?$"
    r"|sk[iy]$|enko$|lny$|[ae]i$|(?:[fhkz]|[ae]n|[ai]r|id|iv)i$|^abd"
)
"""Spellings that point to another script, so that a difference of vowels is one of transliteration and not another name.
Set by hand on the pairs of tests/collation/entities/test_names.py; it decides only whether a likeness needs other evidence."""

_VOWELS = frozenset(
    frozenset(pair)
    for pair in (
        ("a", "e"), ("e", "i"), ("o", "u"), ("ai", "e"), ("ai", "i"), ("ai", "a"), ("", "e"), ("", "i"),
        ("au", "av"), ("ia", "a"), ("ia", "e"), ("io", "o"), ("iu", "u"),
    )
)  # fmt: skip
"""Vowels that stand for one another from one transliteration to the next; not *o* and *a*: Marion, Marian."""


@lru_cache(maxsize=100_000)
def word(letters: str, apostrophe: bool = False) -> Word:
    """The keys of a word's letters (lower case, no marks); ``apostrophe``: it had one after its second letter or later."""
    light = apply(_LIGHT, letters)
    full = apply(_FULL, light)
    if len(letters) == 1:
        return Word(letters, letters, letters, letters, False)
    skeleton = ("a" if full[:1] in _VOWEL_LETTERS else "") + "".join(c for c, _ in _beats(full))
    return Word(letters, light, full, skeleton, apostrophe or _FOREIGN.search(letters) is not None)


def _beats(full: str) -> list[tuple[str, str]]:
    """A folded word as consonants (classed), each with the vowels after it; the vowels before the first stand with "".

    >>> _beats("mohamed"), _beats("ahmad")
    ([('', ''), ('m', 'oa'), ('m', 'e'), ('d', '')], [('', 'a'), ('m', 'a'), ('d', '')])
    """
    beats = [("", "")]
    for k, letter in enumerate(full.translate(_CLASSES)):
        if letter in _VOWEL_LETTERS:
            beats[-1] = (beats[-1][0], beats[-1][1] + letter)
        elif (letter != "h" or k == 0) and (letter != beats[-1][0] or beats[-1][1]):
            beats.append((letter, ""))
    return beats


def grade(one: Word, other: Word, foreign: bool) -> int | None:
    """0 for equal letters, 1 for two spellings, 2 for words that sound alike, ``None`` for two words.

    In a ``foreign`` name words that sound alike are spellings: *Muhammad* and *Mohammed*, but not *Karin* and *Karen*. A word of
    one syllable with another vowel is another word: *Tim* and *Tom*.
    """
    if one.letters == other.letters:
        return 0
    if one.light == other.light:
        return 1
    if one.skeleton != other.skeleton:
        return None
    differ, odd = _vowels_apart(one.full, other.full)
    if differ and not foreign and _syllables(one.full) == 1:
        return None
    if odd == 0:
        return 1 if foreign else 2
    return 2 if odd == differ == 1 and not foreign else None


def _syllables(full: str) -> int:
    return sum(bool(vowels) for _, vowels in _beats(full))


def _vowels_apart(a: str, b: str) -> tuple[int, int]:
    """In how many places two words of one skeleton have other vowels, and in how many such as never stand for one another.

    The last vowels are never alike unless equal: Ivanov, Ivanova; Paul, Paula.
    """
    one, other = ([vowels for _, vowels in _beats(full)] for full in (a, b))
    if len(one) != len(other) or one[-1] != other[-1]:
        return 2, 2
    apart = [(v, w) for v, w in zip(one, other, strict=True) if v != w]
    return len(apart), sum(not _vowels_alike(v, w) for v, w in apart)


def _vowels_alike(v: str, w: str) -> bool:
    if frozenset((v, w)) in _VOWELS:
        return True
    return len(v) == len(w) and all(x == y or frozenset((x, y)) in _VOWELS for x, y in zip(v, w, strict=True))


def apply(rules: Sequence[tuple[re.Pattern[str], str]], letters: str) -> str:
    """Letters after each rule in turn: a pattern, and what takes its place."""
    for pattern, new in rules:
        letters = pattern.sub(new, letters)
    return letters
