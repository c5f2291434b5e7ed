"""Where a plain text's own words end and its readers' comments begin.

Two small linear models, trained together by training/voices/train.py (card: models/voices.md). The first gives each
paragraph the log-odds that a reader wrote it, by its manner (:mod:`.style`). The second weighs every place
at which comments may begin, and "nowhere", by what stands before and after it, and makes a probability of the
weights (a conditional logit: McFadden 1974). Comments run to the text's end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from rashomon.models import model_path
from rashomon.reports.style import Numbers, is_stamp, numbers

# Set by judgement on held-out news: nearly all false alarms were last lines of a few words ("They ignored us, too.") and
# excerpts of two lines. A real comment of so few words is seldom worth the loss.
BODY_LEAST = 2  # paragraphs that comments can stand below
WORDS_LEAST = 10  # words of all comments together, unless a line such as "3 Comments" announces them
# Of PolNeAR's 924 articles without comments, those in which over half the words were taken for comments were
# interviews ("Q: You open your book on …") and lists. Comments that are announced, or have lines of dates and times, may be
# of any length.
SHARE_MOST = 0.5
TURNS_LEAST = 2  # lines of an interview, which is talk but no comment
STAMPS_LEAST = 2
MOST = 4.0  # log-odds of one paragraph are clipped here, so that one odd line cannot outweigh a whole text

_TURN = re.compile(r"(?:[QA]|[A-Z][A-Z .’'-]{2,30}):\s")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]\.?m\.?|GMT|BST|CET|ET|UTC))?", re.I)
CLOCKS_LEAST = 2
"""Lines of a clock time alone, before what may be comments, from which on such lines divide a live report's entries."""
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'.-]{0,30}){0,3}"
_SAID = r"(?:said|says|told|added|adds|asked|asks|warned|warns|insisted|insists)"
_NAMED_SAYER = re.compile(rf"[,?!][\"”]\s(?:{_NAME}\s{_SAID}|(?:said|says)\s{_NAME})\b")
_CLOSES = re.compile(r"[.,!?…][\"”](?=\s|$)")
_OPENS = re.compile(r"(?:^|[\s(—–-])[\"“„](?=\w)|“")


@dataclass(frozen=True, slots=True)
class BoundaryModel:
    """The two models' numbers: a weight for each of a paragraph's, a weight for each of a place's, and the least
    probability of comments at which they are believed."""

    vocabulary: dict[str, int]
    weights: Numbers
    bias: float
    place_weights: Numbers
    threshold: float


@cache
def packaged_model() -> BoundaryModel:
    """The model that ships with the package, read once a process."""
    with np.load(model_path("voices.npz")) as stored:
        return BoundaryModel(
            vocabulary={str(word): i for i, word in enumerate(stored["vocabulary"])},
            weights=stored["weights"].astype(np.float64),
            bias=float(stored["bias"]),
            place_weights=stored["place_weights"].astype(np.float64),
            threshold=float(stored["threshold"]),
        )


def comments_from(paragraphs: Sequence[str], announced: Sequence[bool], model: BoundaryModel) -> int | None:
    """The index of the first paragraph that is a reader's comment, ``None`` where there is none.

    ``announced`` says of each paragraph whether a line such as "3 Comments" stands just before it. Comments stand
    below two paragraphs at least: below less, there is nothing to tell them from.
    """
    if len(paragraphs) <= BODY_LEAST:
        return None
    odds = reader_odds(numbers(paragraphs, model.vocabulary), model.weights, model.bias)
    chances = place_chances(places(paragraphs, odds, announced), model.place_weights)
    if chances[:-1].sum() < model.threshold:
        return None
    begin = int(chances[:-1].argmax()) + 1
    words = [len(paragraph.split()) for paragraph in paragraphs]
    many = sum(words[begin:]) > SHARE_MOST * sum(words)
    stamped = sum(map(is_stamp, paragraphs[begin:])) >= STAMPS_LEAST
    quoted = (
        any(map(ends_a_quotation, paragraphs[begin:])) or sum(map(is_turn, paragraphs[begin:])) >= TURNS_LEAST
    )
    live = sum(map(is_clock, paragraphs[:begin])) >= CLOCKS_LEAST and any(map(is_clock, paragraphs[begin:]))
    told = any(map(tells_who_says, paragraphs[begin:])) and not stamped
    alone = sum(words[begin:]) >= WORDS_LEAST and (stamped or not many) and not (quoted or live or told)
    believed = announced[begin] or alone
    return begin if begin >= BODY_LEAST and believed else None


def is_turn(paragraph: str) -> bool:
    """Whether it is a line of an interview: ``Q: Did you see them?``, ``TASCH: Four of them.``"""
    return _TURN.match(paragraph) is not None


def is_clock(paragraph: str) -> bool:
    """Whether it is a clock time alone, as over the entries of a live report: ``17:42``, ``5.42pm``, ``17:42 GMT``."""
    return len(paragraph) < 20 and _CLOCK.fullmatch(paragraph.strip()) is not None


def tells_who_says(paragraph: str) -> bool:
    """Whether it gives a quotation with its sayer by name, as reports do and readers hardly: ``“It will stay,” Mr Kerr says.``"""
    return _NAMED_SAYER.search(paragraph) is not None


def ends_a_quotation(paragraph: str) -> bool:
    """Whether a quotation of the paragraphs above ends here: ``… done wrong,” the woman said.``

    Someone's own words at length read like a comment; the mark that closes them, but opens nowhere here, tells them apart.
    """
    closing = _CLOSES.search(paragraph)
    return closing is not None and _OPENS.search(paragraph[: closing.start()]) is None


def reader_odds(rows: Numbers, weights: Numbers, bias: float) -> Numbers:
    """The log-odds, for each row of a paragraph's numbers, that a reader wrote it."""
    return np.clip(rows @ weights + bias, -MOST, MOST)


def place_chances(rows: Numbers, weights: Numbers) -> Numbers:
    """The probability of each place, and last of "nowhere"; they sum to one."""
    scores = np.append(rows @ weights, 0.0)
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def places(paragraphs: Sequence[str], odds: Numbers, announced: Sequence[bool]) -> Numbers:
    """A row of numbers for each place at which comments may begin: before the second paragraph, …, before the last.

    They say how the paragraphs after the place look, how those before it do, how far the two are apart for a text as
    even as this one, and what stands right at the place.
    """
    n = len(paragraphs)
    k = np.arange(1, n)
    words = np.array([len(paragraph.split()) for paragraph in paragraphs], dtype=np.float64)
    weight = np.log1p(words)
    weight_before, weight_after = _before_and_after(weight)
    sum_before, sum_after = _before_and_after(odds)
    mean_before, mean_after = (
        part / total.clip(0.1)
        for part, total in zip(_before_and_after(weight * odds), (weight_before, weight_after), strict=True)
    )
    square_before, _ = _before_and_after(weight * odds**2)
    spread_before = np.sqrt((square_before / weight_before.clip(0.1) - mean_before**2).clip(0) + 0.5)
    positive_before, positive_after = _before_and_after((odds > 0).astype(np.float64))
    _, words_after = _before_and_after(words)
    first, second, last = odds[1:], np.append(odds[2:], odds[-1]), odds[:-1]
    gap = (mean_after - mean_before) / spread_before
    return np.column_stack(
        (
            np.ones(n - 1),
            np.clip(sum_after, -20, 20) / 4,
            sum_after / (n - k),
            mean_after,
            mean_before,
            sum_before / k,
            np.array([odds[max(0, i - 3) : i].mean() for i in k]),
            first,
            second,
            np.minimum(first, second),
            last,
            np.maximum.accumulate(odds)[:-1],
            np.minimum.accumulate(odds[::-1])[::-1][1:],
            positive_after / (n - k),
            positive_before / k,
            np.maximum(0.0, mean_after - mean_before),
            gap,
            gap * np.sqrt(np.minimum(n - k, 4)),
            np.log1p(words_after),
            gap * np.log1p(words_after) / 4,
            np.log(n - k),
            np.log(k),
            k / n,
            np.asarray(announced[1:], dtype=np.float64),
        )
    )


def _before_and_after(values: Numbers) -> tuple[Numbers, Numbers]:
    """The sums of the values before each place and after it."""
    sums = np.cumsum(values)
    return sums[:-1], sums[-1] - sums[:-1]
