"""What the forms of a verb, or of a noun, have in common."""

from __future__ import annotations


def verb_stem(word: str) -> str:
    """A word in lower case without the ending of a verb: one for *warn*, *warns*, *warned* and *warning*.

    >>> verb_stem("warned"), verb_stem("begged"), verb_stem("urges"), verb_stem("said")
    ('warn', 'beg', 'urg', 'said')
    """
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.rstrip("e")


def stem(word: str) -> str:
    """A word without its commonest endings: enough to bring forms of a verb or noun together.

    It cuts more than :func:`rashomon.collation.sentences.likeness.stem`, whose measures are fitted: *accusation* meets *accuse*.

    >>> stem("negotiating"), stem("negotiated"), stem("talks"), stem("accusation") == stem("accuse")
    ('negotiat', 'negotiat', 'talk', True)
    """
    word = word.lower().removesuffix("'s")
    for ending in ("ations", "ation", "ing", "ies", "ied", "ed", "es", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
