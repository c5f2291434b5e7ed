"""Which language other than English a text is in, as far as its letters and its commonest words tell.

Only English is read, so that a report in another language gives little or nothing; this is to say so. It speaks only where much
speaks for it: of a short text, a list or a table it says nothing. Trained identifiers of languages (Joulin et al. 2017, EACL)
would tell more languages, and weigh megabytes.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_ENGLISH = frozenset(
    """
    the and that with from this which were been have has would could their they not by said but who his she after when
    there what about of to it its you your our my if than then into some other more only can
    """.split()
)
"""Words that hardly any of the languages below has; those that some have (*in*, *was*, *is*, *for*, *also*) are left out."""

_OTHERS = {
    "German": "der die das und ist nicht mit dem den ein eine einen für auf sich von zu im auch wir sie wird wurde nach bei"
    " dass aus sei war haben hat über als um noch",
    "French": "le la les des et est une un dans que qui pour pas sur avec au aux ce cette par sont du il elle nous vous été"
    " mais ont plus leur se ne",
    "Spanish": "el la los las de que y en un una por con para no se del es al lo su como más pero fue sus ha han este esta",
    "Portuguese": "o os de que e em um uma por com para não se do da dos das no na ao é foi mais como mas seu sua são pelo",
    "Italian": "il lo gli di che e un una per con non si del della dei delle nel nella è sono alla dal ha anche più come ma"
    " al le la",
    "Dutch": "de het een en van dat die niet met op voor zijn aan ook er bij uit naar door maar wordt werd hij zij heeft"
    " hebben te om als nog",
    "Swedish": "och att det som en ett inte med för på av den till är var har om han hon från vid men kan ska också",
    "Danish or Norwegian": "og at det som en et ikke med for på av af den til er var har om han hun fra ved men kan skal"
    " også de",
    "Polish": "i w na z do że się nie to jest o jak po od przez za dla był była były ale ich jego oraz tym",
    "Czech": "a v na že se je to s z do o ve za po pro jako ale by byl byla jsou jeho které který podle také",
    "Romanian": "și în de la cu pe nu din care este o un să că a au fost pentru mai sau prin după",
    "Turkish": "ve bir bu da de için ile olarak olan gibi çok daha ancak sonra kadar değil dedi göre ise",
    "Hungarian": "a az és hogy nem is egy meg volt de ez el csak mint már azt ha vagy szerint után",
    "Indonesian or Malay": "yang dan di ini itu dengan untuk dari pada tidak dalam akan oleh juga ada mereka kepada telah"
    " bahwa adalah",
}
"""The commonest words of some languages. By hand, from general knowledge."""

_SCRIPTS = (
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x08FF, "Arabic"),
    (0x0900, 0x0DFF, "Indian"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1200, 0x139F, "Ethiopian"),
    (0x3040, 0x30FF, "Japanese"),
    (0x4E00, 0x9FFF, "Chinese"),
    (0xAC00, 0xD7AF, "Korean"),
)

_LOOKED_AT = 20_000
"""Characters of a text from which its language is told."""
_WORDS, _COMMON, _KINDS, _SHARE, _ENGLISH_SHARE = 20, 6, 4, 0.15, 0.08
"""Words that a text has at least; of them the commonest of its language, in all, of different ones and in part of the whole;
and how many may be English. A running text has a third of them, and a list or table few of any. Set by hand: of PolNeAR's and
ECB+'s English articles none is called foreign (tests/reports/test_language.py has the cases)."""
_LETTERS = 30

_WORD = re.compile(r"[^\W\d_]+")


def foreign(text: str) -> str | None:
    """The language or script that a text looks to be in instead of English; ``None`` where it is English, or nothing tells.

    >>> foreign("Der Minister sagte am Montag, dass die Brücke sicher sei. Wir bleiben hier, bis das Tor offen ist,"
    ...         " sagte sie, und nach dem Angriff auf die Schleuse wurde niemand verletzt.")
    'German'
    >>> foreign("Der Spiegel and Die Zeit were there."), foreign("Мост у Харна был взорван ночью, сообщила полиция города.")
    (None, 'Cyrillic letters')
    """
    head = text[:_LOOKED_AT]
    return _script(head) or _language(head)


def english(text: str) -> bool:
    """Whether a text has as many of the commonest English words as a running text has."""
    words = [m.group().casefold() for m in _WORD.finditer(text[:_LOOKED_AT])]
    return sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words)


def _script(text: str) -> str | None:
    letters = [c for c in text if c.isalpha()]
    # Beyond the Latin blocks, the phonetic letters and modifiers among them, but not Latin Extended Additional (Vietnamese).
    strange = Counter(ord(c) >> 4 for c in letters if ord(c) > 0x2FF and not 0x1E00 <= ord(c) <= 0x1EFF)
    if len(letters) < _LETTERS or 2 * strange.total() <= len(letters):
        return None
    named: Counter[str] = Counter()
    for block, number in strange.items():
        named[next((name for low, high, name in _SCRIPTS if low <= block << 4 <= high), "other")] += number
    if named["Japanese"]:
        return "Japanese letters"
    return f"{max(named, key=lambda name: (named[name], name))} letters"


def _language(text: str) -> str | None:
    words = Counter(m.group().casefold() for m in _WORD.finditer(text))
    every = words.total()
    if every < _WORDS or sum(words[word] for word in _ENGLISH) > _ENGLISH_SHARE * every:
        return None
    found = {name: [words[word] for word in common if words[word]] for name, common in _lists().items()}
    best = max(found, key=lambda name: sum(found[name]))
    number = sum(found[best])
    if number < max(_COMMON, _SHARE * every) or len(found[best]) < _KINDS:
        return None
    return best


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _OTHERS.items()}
