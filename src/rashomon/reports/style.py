"""How a paragraph is written: the numbers by which readers' comments are told from a report's own text.

All are about manner, none about subject: persons of pronouns, direct address, habits of spelling and punctuation,
reporting verbs, names and figures, and the presence of common words. What stands inside quotation marks is left aside, for
there a report itself says "I" and "you".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…]\s+)([^\W\d_])")
_MISSPELT = frozenset(
    "dont cant wont didnt doesnt isnt wasnt arent couldnt wouldnt shouldnt havent hasnt im ive ill id youre youve theyre"
    " thats whats lets theres alot u ur r thru tho cuz cos coz pls plz thx ppl abt bcoz gonna wanna gotta kinda ya yeah"
    " yep nope nah lol lmao rofl omg wtf imo imho btw fyi afaik haha hahaha hehe ok okay wow ugh hmm umm sooo ty".split()
)
_CHAT = frozenset(
    "thanks thank agree disagree awesome amazing nice great glad sorry please love hate stupid idiot idiots ridiculous"
    " pathetic shame disgusting nonsense bullshit crap damn hell god bless amen seriously honestly personally guess think"
    " believe maybe hope wish wonder guys folks dude buddy bro sir author article post blog comment comments".split()
)
_REPORTING = frozenset(
    "said says told according reported announced spokesman spokeswoman spokesperson officials official statement"
    " confirmed added asked noted claimed argued".split()
)
_GREETINGS = frozenset(
    "hi hello hey dear greetings salam salaam salaams assalam assalamu assalaam assalaamu asalam asalamu selam shalom namaste"
    " hola bonjour hallo ciao ola privet salut howdy gday kudos bravo congrats congratulations lol wow yes no yeah".split()
)
_COMMANDS = frozenset(
    "wake stop look read go get keep think remember ask tell let learn check try stand vote pray listen watch consider stay"
    " forget imagine bring give take show leave do don't please use find open see come".split()
)
_ABOUT_TIME = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?"
    r"|\b(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago\b|\bsays:\s*$"
    r"|^\s*reply\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\bpermalink\b|^\s*by\b.{1,40}\bon\b.{4,40}\bat\b",
    re.IGNORECASE,
)
_LAUGH = re.compile(r"(?:[:;=]-?[)(DPp/\\|])(?=\s|$)|<3|[😀-🙏🤐-🧿👍👏❤]")
_QUOTE = re.compile(r"[“„«][^”»]*(?:[”»]|$)|\"[^\"]*(?:\"|$)|''.*?(?:''|$)")
_TIGHT = re.compile(r",[^\W\d]")
_PERSONS = (
    frozenset(("i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll")),
    frozenset(("we", "us", "our", "ours", "ourselves", "we're", "we've", "we'll")),
    frozenset(("you", "your", "yours", "yourself", "yourselves", "you're", "you've", "you'll", "you'd")),
    frozenset(("he", "him", "his", "she", "her", "hers", "himself", "herself")),
    frozenset(("they", "them", "their", "theirs", "it", "its")),
)
_KIND = {word: kind for kind in (*_PERSONS, _MISSPELT, _CHAT, _REPORTING) for word in kind}
"""Of which of these a word is; none is of two."""
MANNERS = (
    *(
        "first person singular",
        "first person plural",
        "second person",
        "third person",
        "third person plural or it",
    ),
    *("no words outside quotes", "share in quotes", "log words", "word length", "sentence length"),
    *(
        "exclamation marks",
        "question marks",
        "repeated marks",
        "dots",
        "laughter",
        "no final stop",
        "lower-case start",
    ),
    *(
        "lower-case i",
        "shouting",
        "misspelt",
        "chat",
        "greeting first",
        "reporting words",
        "names",
        "figures",
    ),
    *(
        "titles of persons",
        "time or reply line",
        "web address",
        "at-sign",
        "no space after comma",
        "comma after name",
    ),
    *("longest run without a mark", "all in one sentence", "bare command first"),
    *("short line", "starts with quote", "contractions", "dashes and semicolons", "brackets"),
)
_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Prof|Rev|Lt|Sgt|President|Minister|Senator)\b\.?"
)


def without_quotes(paragraphs: Sequence[str]) -> list[str]:
    """Each paragraph without what it quotes; quotations that go on over several paragraphs included.

    A “ that is not closed in its paragraph leaves the next one quoted to its first ”, or wholly where it has none, as long as
    the quotation is closed later: in one that never is, only the paragraph it opens in counts as quoted.
    """
    closed_after = [False] * (len(paragraphs) + 1)
    for i in range(len(paragraphs) - 1, -1, -1):
        closed_after[i] = closed_after[i + 1] or "”" in paragraphs[i]
    result, quoted = [], False
    for i, paragraph in enumerate(paragraphs):
        rest = paragraph
        if quoted:
            _, mark, after = paragraph.partition("”")
            opening = paragraph.find("“")
            if not mark or (0 < opening < len(paragraph) - len(after) - 1):
                rest = "" if not mark else paragraph[paragraph.rfind("”") + 1 :]
            else:
                rest = after
        last_open, last_close = paragraph.rfind("“"), paragraph.rfind("”")
        quoted = (last_open > last_close or (quoted and last_close < 0)) and closed_after[i + 1]
        result.append(_QUOTE.sub(" ", rest))
    return result


def is_stamp(line: str) -> bool:
    """Whether a line looks like what stands over a comment: "bob says:", "3 hours ago", "Reply", "Ann, 8/21/2012 at 10:04"."""
    return len(line) < 120 and bool(_ABOUT_TIME.search(line))


def terms_of(text: str) -> set[str]:
    """The words of ``text`` and the pairs of words that stand side by side: ``I agree`` → ``i``, ``agree``, ``i agree``."""
    words = words_of(text)
    return {*words, *map(" ".join, pairwise(words))}


def words_of(text: str) -> list[str]:
    """The words of ``text`` in lower case, with straight apostrophes: ``Don’t go`` → ``don't``, ``go``."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def manner(paragraph: str, outside: str) -> list[float]:
    """The numbers named in :data:`MANNERS`, each between 0 and about 2, for a paragraph and what of it is not quoted."""
    written = _WORD.findall(outside)
    words = [word.lower().replace("’", "'") for word in written]
    n = max(1, len(words))
    rate = 10 / max(10, n)  # occurrences in ten words, so that one word of three does not count as a third

    kinds = Counter(map(_KIND.get, words))

    def share(kind: frozenset[str]) -> float:
        return min(2.0, kinds[kind] * rate)

    def times(count: int) -> float:
        return min(2.0, count * rate)

    starts = _SENTENCE_START.findall(outside)
    sentences = max(1, len(re.findall(r"[.!?…]+(?:\s|$)", outside)))
    shouted = sum(len(word) > 2 and word.isupper() for word in written)
    names = sum(word[0].isupper() for word in written) - len(starts)
    return [
        *(share(person) for person in _PERSONS),
        float(not words),
        1 - len(outside) / max(1, len(paragraph)),
        np.log1p(len(words)) / 3,
        sum(map(len, words)) / n / 5,
        min(2.0, n / sentences / 20),
        times(outside.count("!")),
        times(outside.count("?")),
        times(_many(r"[!?]{2,}|([!?,])\1", outside, "!", "?", ",,")),
        times(outside.count("...") + outside.count("…") + _many(r"\w\s*\.\.(?!\.)", outside, "..")),
        times(len(_LAUGH.findall(outside))),
        float(not paragraph.rstrip().endswith((".", "!", "?", "…", "”", '"', "’", "'", ":", ")", ";"))),
        sum(start.islower() for start in starts) / max(1, len(starts)),
        times(sum(word == "i" for word in written)),
        times(shouted),
        share(_MISSPELT),
        share(_CHAT),
        float(bool(words) and words[0] in _GREETINGS),
        share(_REPORTING),
        max(0.0, names / n * 3),
        times(len(re.findall(r"\d+", outside))),
        times(len(_TITLES.findall(outside))),
        float(is_stamp(paragraph)),
        times(len(re.findall(r"https?://|www\.", outside))),
        times(outside.count("@")),
        times(_many(r"[^\W\d],[^\W\d]", outside) if _TIGHT.search(outside) else 0),
        float(bool(re.match(r"@?[A-Z]\w+(?: [A-Z]\w+)?\s*[,:–—-]+\s", outside))),
        min(2.0, max((len(run.split()) for run in re.split(r"[.,;:!?…—–()]", outside)), default=0) / 20),
        float(sentences == 1 and n > 25),
        float(bool(words) and words[0] in _COMMANDS),
        float(len(words) <= 6),
        float(paragraph.lstrip()[:1] in ("“", '"', "«", "„")),
        times(sum("'" in word for word in words)),
        times(len(re.findall(r"[;—–]| - ", outside))),
        times(outside.count("(")),
    ]


def _many(pattern: str, text: str, *hints: str) -> int:
    """How often a pattern occurs that needs one of some characters, where it needs any: most paragraphs have none."""
    return len(re.findall(pattern, text)) if not hints or any(hint in text for hint in hints) else 0


def numbers(paragraphs: Sequence[str], vocabulary: dict[str, int]) -> Numbers:
    """A row a paragraph: :data:`MANNERS`, then whether each term of ``vocabulary`` occurs outside its quotations."""
    rows = np.zeros((len(paragraphs), len(MANNERS) + len(vocabulary)))
    for i, (paragraph, outside) in enumerate(zip(paragraphs, without_quotes(paragraphs), strict=True)):
        rows[i, : len(MANNERS)] = manner(paragraph, outside)
        rows[i, [len(MANNERS) + vocabulary[term] for term in vocabulary.keys() & terms_of(outside)]] = 1.0
    return rows
