"""The words of a sentence, and where phrases in it may begin and end, told by function words, capitals and marks alone.

There is no parser here: every question has several answers, which :mod:`rashomon.reading.attributions.inside.inner_chances`
weighs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.records import Span

AUXILIARIES = frozenset(
    """
    has have had having is are was were be been being am will would could should may might must can cannot shall did does do
    """.split()
)
FINITE = r"\b(?:was|were|is|are|has|have|had|will|would|could|can|may|might|must|did|does|do)\b"
"""A pattern of the auxiliaries that a clause may have for its verb: *be* and *been* stand in none alone."""
MODALS = frozenset("would could should may might must can will cannot shall".split())
BE = frozenset("is are was were be been being".split())
HAVE = frozenset("has have had".split())
NOT = frozenset("not never no neither nor hardly".split())
_ADVERBS = frozenset(
    """
    also just now then always again often even still already first earlier later since once long ever here out there so far today
    yesterday only ago both himself herself themselves itself
    """.split()
)
BOUNDS = frozenset(
    """
    which that because if when as and but or than while where what how why whether after before since though although until unless
    so like then is are was were has have had do does did said says say be been with into through over under during against
    between among about to nor yet lest once despite without via per not
    """.split()
)
"""Words that no subject holds."""

PREPOSITIONS = frozenset("of for in at from on with by".split())
DETERMINERS = frozenset(
    """
    the a an his her their its my our your this these those some many several no every each both all most few one two three any
    such other another more
    """.split()
)
OWNERS = frozenset("his her their its your my our".split())
SUBJECTS = frozenset("he she they it you i we who".split())
OBJECTS = frozenset("him her them me us you it himself herself themselves reporters".split())
RELATIVES = frozenset("who which that".split())
OPENING = "“\"‘'«„"

_NO_NOUNS = AUXILIARIES | PREPOSITIONS
_ALONE = RELATIVES | SUBJECTS
"""Words that are a subject by themselves."""
_BEFORE_NOUNS = BOUNDS | AUXILIARIES | SUBJECTS | NOT
_NO_PART = BOUNDS | _NO_NOUNS | SUBJECTS | DETERMINERS
"""Words that have no *of* and its noun behind them in one phrase."""
_BEGINNING = DETERMINERS - {"this"}

MOST_WORDS = 14
"""Of a subject."""

_TOKEN = re.compile(
    r"(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|Prof|Rev|[A-Z])\.|\d[\d,.]{0,20}\d%?|[^\W_]+(?:[’'-][^\W_]+)*|[^\w\s]"
)
_CUT = re.compile(
    r"[;:]|\s[—–]\s?|\s--\s|,\s+(?:and|but|so|while|although|though|which|who|because|whereas|yet|or)\b|,(?=\s+[a-z]+ing\b)"
)
_AFTER_NOUN = re.compile(
    r",|\s(?:when|after|before|because|while|during|if|although|though|but|who|which|as|until|since)\b"
    r"|\sand\s+(?:he|she|they|it|we|I|you|that|is|was|has|have|had|said|will)\b|[()]"
)
_SHORTEST = re.compile(
    r"\s(?:and|or|in|on|at|with|from|by|that|is|was|are|were|has|have|had|to|as|for|over|into)\b"
)
_END = " .!?\n”\"’'"


def lowered(word: str) -> str:
    """A word as the lists here have it."""
    return word.lower().replace("’", "'")


def is_adverb(word: str) -> bool:
    """*also*, *repeatedly*."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4)


def turns_round(word: str) -> bool:
    """*not*, *didn't*."""
    return word in NOT or word.endswith("n't")


@dataclass(frozen=True, slots=True)
class After:
    """What may be a content, from some word on: ``kind`` by its first word, ``cut`` by where it stops."""

    kind: str
    span: Span
    cut: str


class Sentence:
    """The words and marks of ``text[start:end]``; ``marks`` has the end of each quotation by its start."""

    def __init__(self, text: str, span: Span, holder: Span, marks: Mapping[int, int]) -> None:
        self.text, self.start, self.end, self.holder, self.marks = (
            text,
            span.start,
            span.end,
            holder,
            marks,
        )
        found = [*_TOKEN.finditer(text, span.start, span.end)]
        self.at = [m.span() for m in found]
        self.words = [lowered(m.group()) for m in found]
        self._capital = [m.group()[0].isupper() for m in found]
        self._letters = [m.group()[0].isalnum() for m in found]
        self._after: dict[int, tuple[After, ...]] = {}

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """The word, or nothing beyond the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self._capital[i]

    def letters(self, i: int) -> bool:
        """Whether it is a word, no mark."""
        return 0 <= i < len(self.words) and self._letters[i]

    def opens(self, i: int) -> bool:
        """Whether a quotation mark stands there."""
        return 0 <= i < len(self.words) and self.text[self.at[i][0]] in OPENING

    def span(self, first: int, last: int) -> Span:
        """Words ``first`` to ``last``, half-open."""
        return Span(self.at[first][0], self.at[last - 1][1])

    def subjects(self, i: int, *, owner: bool = False) -> list[tuple[int, str]]:
        """Where a subject that ends with word ``i`` may begin, each with what kind of beginning it is; none if it is no subject.

        An owner's name (*of Marn's claim*) is not lengthened.
        """
        if i < 0:
            return []
        if self.words[i] in RELATIVES:
            out = [(i, "rel")]
            j = i - 2 if self.word(i - 1) == "," else i - 1
            first = self._noun(j) if self.letters(j) and self.words[j] not in RELATIVES else None
            return out if first is None or self.words[i] == "which" else [*out, (first, "np_rel")]
        first = self._noun(i)
        if first is None:
            return []
        out = [(first, "long")]
        out += [(j + 1, "short") for j in range(i - 1, first, -1) if self.words[j] in PREPOSITIONS][:1]
        if (
            not owner
            and (self.word(first - 1) in PREPOSITIONS or self.word(first - 1) == "to")
            and first > 1
            and self.letters(first - 2)
        ):
            further = self._noun(first - 2)
            out += [] if further is None else [(further, "longer")]
        if self._capital[i] and not self._capital[first]:
            j = i
            while self._capital[j - 1] and self._letters[j - 1]:
                j -= 1
            out.append((j, "name"))
        return [*{place: (place, kind) for place, kind in reversed(out)}.values()][::-1]

    def _noun(self, i: int) -> int | None:
        """Where the noun phrase that ends with word ``i`` begins."""
        if i < 0 or not self._letters[i]:
            return self._before_aside(i)
        word = self.words[i]
        if word in _ALONE:
            return i
        if (word in BOUNDS and not self._capital[i]) or word in _NO_NOUNS:
            return None
        j = i
        while j > 0 and self.words[j] not in _BEGINNING:
            before = self.words[j - 1]
            if not self._letters[j - 1]:
                if before not in "&/":
                    break
                j -= 1
            elif before in DETERMINERS:
                j -= 1
            elif before in PREPOSITIONS:
                noun = self.word(j - 2)
                if before in ("on", "with", "by") or j < 2 or not self._letters[j - 2] or is_adverb(noun):
                    break
                if noun in _NO_PART:
                    break
                j -= 2
            elif before == "and" and self._capital[j] and self.capital(j - 2):
                j -= 2
            elif (
                before in _BEFORE_NOUNS
                or is_adverb(before)
                or (self._capital[j] and not self._capital[j - 1] and before.endswith(("ing", "ed")))
            ):
                break
            else:
                j -= 1
            if i - j > MOST_WORDS:
                return None
        while j < i and is_adverb(self.words[j]):
            j += 1
        return j

    def _before_aside(self, i: int) -> int | None:
        """The beginning of what stands before ``, an aside,`` or ``(an aside)`` that ends with the mark ``i``."""
        opening = {",": ",", ")": "("}.get(self.word(i), "")
        if not opening:
            return None
        for j in range(i - 1, max(0, i - MOST_WORDS), -1):
            if self.words[j] == opening:
                clause = self.word(j + 1) in ("and", "but", "because", "so")
                return self._noun(j - 1) if self.letters(j - 1) and not clause else None
            if self.words[j] in ".;:“”":
                return None
        return None

    def after(self, i: int) -> tuple[After, ...]:
        """What may be a content from word ``i`` on, up to its sentence's end or one of the places before where it may stop."""
        if i not in self._after:
            self._after[i] = tuple(self._contents(i))
        return self._after[i]

    def _contents(self, i: int) -> list[After]:
        if i >= len(self):
            return []
        if self.words[i] in (",", ":") and self.opens(i + 1):
            i += 1
        elif self.words[i] == ":" and i + 1 < len(self):
            return [After("colon", Span(self.at[i + 1][0], self.end), "q")]
        start, text = self.at[i][0], self.text
        if self.opens(i) and start in self.marks:
            return [After("quote", Span(start, min(self.marks[start], self.holder.end)), "q")]
        if self.words[i] == ",":
            return []
        last = self.end
        while last > start and text[last - 1] in _END:
            last -= 1
        stop = _CUT.search(text, start + 3, last)
        end = last if stop is None else stop.start()
        # Of a speech's thousand quotations few begin here.
        opening = self.marks if len(self.marks) < end - start else range(start, end)
        begun = [self.marks[a] for a in opening if start <= a < end and a in self.marks]
        end = max([end, *(b for b in begun if end < b <= self.end + 1)])
        kind, end = self._kind(i), min(end, self.holder.end)
        if end - start < 3:
            return []
        out = [After(kind, Span(start, end), "cut")]
        if last > end + 4:
            out.append(After(kind, Span(start, min(last, self.holder.end)), "full"))
        noun = _AFTER_NOUN.search(text, start + 2, end)
        to = end if noun is None else noun.start()
        if 3 < to - start < end - start - 3:
            out.append(After(kind, Span(start, to), "np"))
        least = _SHORTEST.search(text, start + 3, to) if kind not in ("that", "pron") else None
        if least is not None and least.start() - start > 3:
            out.append(After(kind, Span(start, least.start()), "pp"))
        return out

    def _kind(self, i: int) -> str:
        word = self.words[i]
        if word in ("that", "to"):
            return word
        if word in ("whether", "if", "how", "why", "what", "who", "when", "where"):
            return "wh"
        if word in SUBJECTS or word in ("there", "this", "these", "those"):
            return "pron"
        if word.endswith("ing"):
            return "ing"
        if word in DETERMINERS:
            return "det"
        if word in PREPOSITIONS or word in ("about", "against", "over"):
            return "prep"
        return "cap" if self._capital[i] else "word"
