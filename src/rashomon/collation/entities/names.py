"""How alike two names are: spellings, transliterations, initials, particles, and the order of given name and surname.

Names that are alike meet under a key (:func:`meeting_places`, :mod:`.transliteration`); :func:`likeness`
then compares them word by word and says how much is left for other evidence to settle.

>>> likeness(person("Mohammed Dahlan"), person("Muhammad Dahlan"))
<Likeness.SPELLING: 'two spellings of one name'>
>>> likeness(person("George W. Bush"), person("George Bush"))
<Likeness.INITIALS: 'the same name but for initials'>
>>> likeness(person("George W. Bush"), person("George H. W. Bush"))
>>> likeness(person("Marion Kerr"), person("Marian Kerr"))
<Likeness.NEAR: 'names that sound alike'>
>>> likeness(person("Ahmad Massoud"), person("Ahmad Shah Massoud"))
<Likeness.MIDDLE: 'the same name but for a middle name'>
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from rashomon.collation.entities.nicknames import initials, short_form
from rashomon.collation.entities.transliteration import Word, apply, grade, word
from rashomon.reading.text.possessives import without_possessive_s


class Likeness(StrEnum):
    """How two names are alike, and so what more it takes to call them one person's.

    The first three need nothing more where no one else fits; the others are only candidates.
    """

    SAME = "the same name"
    SPELLING = "two spellings of one name"
    INITIALS = "the same name but for initials"
    NEAR = "names that sound alike"
    MIDDLE = "the same name but for a middle name"
    ORDER = "the same name in another order"
    SHORTENED = "the same name, one of them shortened"
    SLIP = "the same name but for a letter"
    SUFFIX = "the same name but for what stands before or behind it"


LEAST_LEFT = 2
"""Words that are left of a company's name without its legal form: *Harn Ltd* is not the town of Harn."""
_LEGAL_FORMS = frozenset(
    "inc incorporated ltd limited plc llc llp sa ag se nv bv gmbh srl oyj kk pty pte".split()
)
ENOUGH = frozenset({Likeness.SAME, Likeness.SPELLING, Likeness.INITIALS})
"""Kinds of likeness that need no other evidence."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in words: ``particles`` (*de*, *van*, *bin*) and a ``suffix`` (*jr*) stand apart, the article *al-* is gone.

    ``foreign`` tells that a word, the article or *bin* points to transliteration, ``article`` that the last word has the article,
    as no given name has.
    """

    words: tuple[Word, ...]
    particles: tuple[str, ...] = ()
    suffix: str = ""
    foreign: bool = False
    article: bool = field(default=False, compare=False)

    @property
    def bare(self) -> bool:
        """Whether it is one word, for a person a surname as a rule."""
        return len(self.words) == 1


_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "ŋ": "n"}
)
"""Letters that Unicode does not take apart into a Latin letter and a mark."""

_APOSTROPHES = re.compile("['’‘`´ʻʼʽʾʿ]")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    "de du da di del della dos das der den van von zu la le ten ter bin ibn ben bint".split()
)
_PARENTS = frozenset("abu abou umm oum".split())
"""Before a child's name, by which its father or mother is called: Omar is not *Abu Omar*."""
_SON = frozenset({"bin", "ibn", "ben"})
_ARTICLES = frozenset({"al", "el", "ul"})
_ASSIMILATED = frozenset("ash as ad at ar an az".split())
"""The Arabic article before some letters (*ash-Sharif*): an article only where a hyphen follows."""
_SERVANT = re.compile(r"^abd(?:[aeo]?u?l?)(?=[a-z]{3})")
"""*Abdul*, *Abdel*, *Abdoul*, and *Abdur* before r: always the first half of a name."""

FEMININE = frozenset("a e ia ie na ne la le lla lle ina ine etta ette".split())
"""Endings that make another name of a given name (*Paul*, *Paula*), not its long form."""

_WHO_HAS_IT = re.compile(
    r"^(?i:the )?(?:(?P<party>(?i:gop|republican|democrat|democratic|conservative|labour|labor|tory))-"
    r"(?i:controlled|dominated|held|led|majority|run)|(?P<seat>(?!(?i:broad|community|evidence|faith|home|land|ocean|plant|river|"
    r"school|science|sea|space|value|water|web)-)[A-Z][^\W\d_]{1,29})-based)\s+(?=\w)"
)
"""What is no part of a body's name: whose majority it has, where it sits (*GOP-controlled Senate*, *Lidva-based IMF*). What it is
based on is (*Plant-Based Foods Association*)."""
_ONE_PARTY = {"gop": "republican", "democrat": "democratic", "labor": "labour", "tory": "conservative"}

_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_BODY = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"isation(s?)$", r"ization\1"),
        (r"^(lab|harb|hon)our", r"\1or"),
        (r"^(cent|theat)re(s?)$", r"\1er\2"),
        (r"^(def|off)ence$", r"\1ense"),
        (r"^programme", "program"),
        (r"^corp$", "corporation"),
        (r"^admin$", "administration"),
        (r"^dept$", "department"),
        (r"^govt$", "government"),
        (r"^gop$", "republicans"),
        (r"^dems$", "democrats"),
    )
)
"""British and American spelling, and other ways to write them, in the words that names of organisations hold."""


@lru_cache(maxsize=100_000)
def person(name: str) -> Name:
    """A person's name, as a report gives it, without titles.

    >>> [w.letters for w in person("Bernard-Henri Lévy").words], person("Charles de Gaulle").particles
    (['bernard', 'henri', 'levy'], ('de',))
    >>> [w.letters for w in person("Bashar al-Assad").words], person("Robert F. Kennedy Jr.").suffix
    (['bashar', 'assad'], 'jr')
    """
    shouted = name.isupper()
    tokens = [t for raw in name.split() for t in _tokens(raw, shouted)]
    suffix = ""
    if len(tokens) > 2 and tokens[-1][0] in _SUFFIXES:
        suffix = tokens.pop()[0]
    words: list[Word] = []
    particles: list[str] = []
    servant = foreign = before = False
    for k, (letters, hyphen, apostrophe) in enumerate(tokens):
        last = k == len(tokens) - 1
        article = letters in _ARTICLES or (hyphen and letters in _ASSIMILATED)
        if article and not last:
            foreign = before = True
            continue
        if letters in _PARTICLES and not last:
            particles.append("bin" if letters in _SON else letters)
            continue
        if not last and not servant and re.fullmatch(r"abd(?:[aeo]?u?[lr])?", letters):
            servant = True
            continue
        letters = ("abd" if servant else "") + letters
        words.append(word(_SERVANT.sub("abd", letters), apostrophe))
        servant, before = False, before and last
    foreign |= "bin" in particles or any(w.foreign for w in words)
    return Name(tuple(words), tuple(particles), suffix, foreign, before)


@lru_cache(maxsize=100_000)
def body(name: str) -> Name:
    """The name of an organisation, a place or whatever else is no person, without a leading *the* or a company's legal form.

    >>> [w.letters for w in body("The Centre for Labour Research").words]
    ['center', 'for', 'labor', 'research']
    >>> [w.letters for w in body("N.R.F.").words], [w.letters for w in body("Al-Qaeda").words]
    (['nrf'], ['qaeda'])
    >>> [w.letters for w in body("Harn Ferries S.A.").words], [w.letters for w in body("Harn Ltd").words]
    (['harn', 'ferries'], ['harn', 'ltd'])
    """
    whole = whole_body(name)
    if legal_form(name) is None:
        return whole
    return Name(whole.words[:-1], foreign=any(w.foreign for w in whole.words[:-1]))


def legal_form(name: str) -> str | None:
    """The legal form at the end of a company's name of two words or more besides, folded.

    >>> legal_form("Harn Ferries S.A."), legal_form("Harn Ltd")
    ('sa', None)
    """
    words = whole_body(name).words
    return words[-1].letters if len(words) > LEAST_LEFT and words[-1].letters in _LEGAL_FORMS else None


@lru_cache(maxsize=100_000)
def whole_body(name: str) -> Name:
    """The same, with its legal form."""
    name = _DOTTED.sub(lambda m: m.group().replace(".", ""), without_holders(name).replace("&", " and "))
    tokens = [t for raw in name.split() for t in _tokens(raw, shouted=True)]
    letters = [token[0] for token in tokens]
    if len(letters) > 1 and letters[0] == "the":
        letters = letters[1:]
    if len(letters) > 1 and all(len(word_) == 1 for word_ in letters):
        letters = ["".join(letters)]
    kept = [w for k, w in enumerate(letters) if w not in ("al", "el") or k == len(letters) - 1]
    words = tuple(word(apply(_BODY, w)) for w in kept)
    return Name(words, foreign=any(w.foreign for w in words))


def without_holders(name: str) -> str:
    """The name of a body without whose majority it has, or where it sits.

    >>> without_holders("GOP-controlled Senate"), without_holders("Lidva-based Harbour Fund"), without_holders("Saudi-led Pact")
    ('Senate', 'Harbour Fund', 'Saudi-led Pact')
    """
    return _WHO_HAS_IT.sub("", name)


def holder(name: str) -> str | None:
    """Whose majority a body's name says that it has, or where that it sits, folded.

    >>> holder("GOP-controlled Senate"), holder("the Lidva-based Harbour Fund"), holder("Senate")
    ('republican', 'lidva', None)
    """
    m = _WHO_HAS_IT.match(name)
    told = (m["party"] or m["seat"]).casefold() if m is not None else None
    return _ONE_PARTY.get(told, told) if told is not None else None


def likeness(one: Name, other: Name) -> Likeness | None:
    """How two persons' full names, or two bare surnames, are alike; ``None`` where they are not. It is symmetric."""
    if not one.words or not other.words or one.suffix != other.suffix:
        return None
    if one.bare != other.bare:
        return None
    if one.particles != other.particles and one.particles and other.particles:
        return None
    found = _alike(one.words, other.words, one.foreign or other.foreign)
    if found is Likeness.ORDER and (one.article or other.article):
        return None
    if one.particles != other.particles and found in ENOUGH:
        return Likeness.NEAR
    return found


def begins_with_initial(name: Name) -> bool:
    """Whether an initial stands before a given name in full: *H. Dale Hall*."""
    return len(name.words) > 2 and len(name.words[0].letters) == 1 < len(name.words[1].letters)


def likeness_of_bodies(one: Name, other: Name) -> Likeness | None:
    """How the names of two organisations or places are alike. Words of four letters or fewer must be equal."""
    a, b = one.words, other.words
    if not a or [w.letters for w in a] == [w.letters for w in b]:
        return Likeness.SAME if a else None
    if len(a) != len(b):
        return Likeness.SAME if _joined(a, "letters") == _joined(b, "letters") else None
    grades = [
        grade(v, w, False) if min(len(v.letters), len(w.letters)) > 4 or v.letters == w.letters else None
        for v, w in zip(a, b, strict=True)
    ]
    if any(g is None for g in grades):
        return None
    return Likeness.SPELLING if all(v.light == w.light for v, w in zip(a, b, strict=True)) else Likeness.NEAR


def surname_of(bare: Name, full: Name) -> Likeness | None:
    """Whether a bare surname is that of a full name: ``SAME`` or ``SPELLING``, ``NEAR`` where it only sounds so, or ``None``.

    >>> surname_of(person("Zelenskiy"), person("Volodymyr Zelensky"))
    <Likeness.SPELLING: 'two spellings of one name'>
    >>> surname_of(person("Van Jones"), person("Paula Jones"))
    >>> surname_of(person("Omar"), person("Abu Omar"))
    """
    if not bare.bare or len(full.words) < 2 or len(full.words[-1].letters) == 1:
        return None
    if full.words[-2].letters in _PARENTS:
        return None
    if bare.particles and bare.particles != full.particles:
        return None
    alike = grade(bare.words[0], full.words[-1], bare.foreign or full.foreign)
    return None if alike is None else (Likeness.SAME, Likeness.SPELLING, Likeness.NEAR)[alike]


def shortened(one: Name, other: Name) -> Likeness | None:
    """Whether one of two full names leaves out the other's beginning, or shortens the given name; never the middle. Symmetric.

    >>> shortened(person("Edda Clay Rossum"), person("Clay Rossum"))
    <Likeness.SHORTENED: 'the same name, one of them shortened'>
    >>> shortened(person("Raymond Kerr"), person("Ray Kerr"))
    <Likeness.SHORTENED: 'the same name, one of them shortened'>
    >>> shortened(person("Bill Kerr"), person("William Kerr"))
    <Likeness.SHORTENED: 'the same name, one of them shortened'>
    >>> shortened(person("Ahmad Shah Massoud"), person("Ahmad Massoud"))
    >>> shortened(person("Paula Kerr"), person("Paul Kerr"))
    """
    short, full = sorted(([w.letters for w in n.words] for n in (one, other)), key=lambda n: (len(n), n))
    if one.particles != other.particles or one.suffix != other.suffix or len(short) < 2 or len(short[0]) < 2:
        return None
    if len(short) < len(full):
        # Where a father's name follows the own one, what is left is the father.
        own = one.foreign or other.foreign
        return Likeness.SHORTENED if full[-len(short) :] == short and not own else None
    more = full[0].removeprefix(short[0])
    begins = full[0].startswith(short[0]) and more and more not in FEMININE
    begins = begins or short_form(short[0], full[0])
    return Likeness.SHORTENED if begins and full[1:] == short[1:] else None


def meeting_places(name: Name) -> Iterator[str]:
    """Keys under which a person's full name must be looked for; names that are alike share at least one."""
    words = name.words
    if not words:
        return
    first, last = words[0], words[-1]
    yield f"sound {first.skeleton} {last.skeleton}"
    yield "joined " + re.sub(r"(.)\1+", r"\1", "".join(w.skeleton.lstrip("a") for w in words))
    for letter in initials(first.letters):
        yield f"initial {letter} {last.skeleton}"
    if begins_with_initial(name):
        yield f"sound {words[1].skeleton} {last.skeleton}"
    if len(words) > 2:
        yield f"sound {first.skeleton} {words[-2].skeleton}"
    yield "order " + " ".join(sorted(w.skeleton for w in words))


def _alike(a: Sequence[Word], b: Sequence[Word], foreign: bool) -> Likeness | None:
    if [w.letters for w in a] == [w.letters for w in b] or _joined(a, "letters") == _joined(b, "letters"):
        return Likeness.SAME
    if len(a) != len(b):
        found = _with_middle(a, b, foreign) if len(a) > len(b) else _with_middle(b, a, foreign)
    else:
        found = _word_by_word(a, b, foreign)
    if found is None and len(a) > 1 and _joined(a, "light") == _joined(b, "light"):
        return Likeness.SPELLING
    if found is None and len(a) == len(b) and sorted(w.full for w in a) == sorted(w.full for w in b):
        return Likeness.ORDER
    return found


def _word_by_word(a: Sequence[Word], b: Sequence[Word], foreign: bool) -> Likeness | None:
    """Names of equally many words; the last one is taken for the surname."""
    initials = False
    given = 0
    for v, w in zip(a[:-1], b[:-1], strict=True):
        if len(v.letters) == 1 or len(w.letters) == 1:
            if v.letters[0] != w.letters[0]:
                return None
            initials |= v.letters != w.letters
            continue
        alike = grade(v, w, foreign)
        if alike is None:
            return None
        given = max(given, alike)
    surname = grade(a[-1], b[-1], foreign)
    if surname is None or len(a[-1].letters) == 1:
        return None
    if max(given, surname) > 1 or (initials and surname > 0) or (len(a) == 1 and surname > 0):
        return Likeness.NEAR
    return Likeness.INITIALS if initials else Likeness.SPELLING


def _with_middle(more: Sequence[Word], fewer: Sequence[Word], foreign: bool) -> Likeness | None:
    """A name of two words, and one with initials or names between them. Two middles that differ are two people."""
    if len(fewer) != 2:
        return None
    ends = _word_by_word((more[0], more[-1]), fewer, foreign)
    if ends not in (Likeness.SAME, Likeness.SPELLING, Likeness.INITIALS):
        return None
    plain_initials = all(len(w.letters) == 1 for w in more[1:-1])
    return Likeness.INITIALS if plain_initials and ends is not Likeness.INITIALS else Likeness.MIDDLE


def _joined(words: Sequence[Word], key: str) -> str:
    return "".join(getattr(w, key) for w in words)


def _tokens(raw: str, shouted: bool) -> Iterator[tuple[str, bool, bool]]:
    """Letters of each part of a word, whether a hyphen follows it, and whether an apostrophe stood past its first letter.

    ``J.K.`` and ``JK`` are two initials, unless the whole name is in capitals (``shouted``).
    """
    folded = unicodedata.normalize("NFKD", raw.translate(_LETTERS))
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    parts = [p for p in re.split(r"[-‐‑–]", folded) if p]
    for k, part in enumerate(parts):
        spelled = _APOSTROPHES.sub("", without_possessive_s(part))
        pieces = [p for p in re.findall(r"\w+", spelled) if p]
        for piece in pieces:
            initials = not shouted and piece.isupper() and 1 < len(piece) <= 3
            if initials and not re.search("[AEIOUY]", piece):
                yield from ((c.casefold(), False, False) for c in piece)
                continue
            letters = piece.casefold().translate(_LETTERS)
            marked = _APOSTROPHES.search(part, 2) is not None and not part.endswith(("'s", "’s"))
            yield letters, k < len(parts) - 1, marked
