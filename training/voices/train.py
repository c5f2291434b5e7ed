"""Train the model that finds readers' comments at the end of a plain text (src/rashomon/models/voices.npz).

    python -m training.voices.train --pages DIR --polnear DIR --ecbplus DIR --translations DIR [--out FILE]

``--pages`` is the folder of dragnet's training split with ``gold/`` in it (seomoz/dragnet_data: the main text of each page,
and below a line ``!@#$%^&*() COMMENTS`` its readers' comments); ``--polnear`` holds ``train/text`` and ``dev/text`` of
PolNeAR 1.0, ``--ecbplus`` the folders of ECB+ and ``--translations`` the English references of the WMT 2021 news task
(``newstest2021.*.en``): news without comments. One page and one article in four, PolNeAR dev and the translations from
Russian are held out and scored at the end. Takes a minute on one core. Needs scikit-learn and SciPy; the package needs
neither.
"""

from __future__ import annotations

import argparse
import collections
import random
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from rashomon.records import Voice
from rashomon.reports.boundary import BoundaryModel, comments_from, place_chances, places, reader_odds
from rashomon.reports.decode import decode
from rashomon.reports.furniture import starts_comments
from rashomon.reports.style import Numbers, numbers, terms_of, without_quotes
from rashomon.reports.voices import voice_by_words
from training.news import lines, read_events, read_pages

SEED = 20310405
# Words and pairs in the vocabulary: with LOST at 0.001 and RIDGE at 0.3, 800 found 76% of the comments below PolNeAR dev,
# 300 found 73%.
WORDS = 800
# Of the paragraphs of held-out articles without comments, the share that may be taken for comments: such a paragraph is
# never read for attributions, so precision comes first. 0.001 found 77% of the comments below PolNeAR dev, 0.002 finds 80%.
LOST = 0.002
LEAST = 0.3  # the threshold is never lower
RIDGE = 0.03  # scikit-learn's C; with LOST at 0.001, 0.3 found as many comments and was less precise (93.5% for 96.0%)
VERSIONS = 2  # of each article with comments, and as many times the article alone
ANNOUNCED = 0.25  # of the articles with comments, the share with a line such as "3 Comments" above them
# Of dragnet's pages in the second model, an article being 1: they are mostly first-person blogs. Set by judgement.
PAGES_WEIGH = 0.2
# A name, a date, "Reply": lines of a comments section that no reader wrote.
META = re.compile(
    r"\b\d{1,2}:\d{2}\b|\bago\b|\bsays:?\s*$|^\s*(?:reply|posted by|by)\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b20\d\d\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Text:
    """A text's paragraphs, furniture left out, and where its comments begin (``None``: it has none)."""

    name: str
    paragraphs: list[str]
    announced: list[bool]
    begin: int | None
    news: bool


def made(name: str, body: list[str], comments: list[str], *, news: bool = False) -> Text | None:
    """A text of ``body`` and ``comments``; ``None`` where either the body or, had it any, the comments are all furniture."""
    kept: list[str] = []
    announced: list[bool] = []
    begin = None
    flag = False
    for i, line in enumerate([*body, *comments]):
        if voice := voice_by_words(line, at_top=i < 8):  # these the model never sees
            flag = flag or (voice == Voice.FURNITURE and starts_comments(line))
            continue
        if i >= len(body) and begin is None:
            begin = len(kept)
        kept.append(line)
        announced.append(flag)
        flag = False
    if begin == 0 or len(kept) < 2 or (comments and begin is None):
        return None
    return Text(name, kept, announced, begin, news)


def without_meta(comments: list[str]) -> list[str]:
    return [
        c
        for c in comments
        if not (len(c) < 120 and META.search(c)) and not (len(c.split()) <= 4 and c[-1:].isalnum())
    ]


def read_articles(folder: Path) -> list[tuple[str, list[str]]]:
    return [(path.stem, lines(decode(path.read_bytes()))) for path in sorted(folder.glob("*.txt"))]


def read_translations(folder: Path) -> list[tuple[str, list[str]]]:
    """Stretches of twenty lines: the corpus does not say where its articles begin."""
    articles = []
    for path in sorted(folder.glob("*.en")):
        whole = lines(path.read_text(encoding="utf-8"))
        articles += [(f"{path.name} {i}", whole[i : i + 20]) for i in range(0, len(whole), 20)]
    return articles


def composed(
    articles: list[tuple[str, list[str]]],
    pages: list[tuple[str, list[str], list[str]]],
    chance: random.Random,
) -> list[Text]:
    """Texts as they are when copied out: articles as they are, articles with a few of a page's comments below them (since
    dragnet's pages are mostly blogs), with or without the lines of names and dates, and the pages themselves."""
    texts: list[Text | None] = []
    sections = [(comments, bare) for _, _, comments in pages if (bare := without_meta(comments))]
    for name, body, comments in pages:
        texts.append(made(name, body, comments))
        if comments and (bare := without_meta(comments)):
            texts.append(made(f"{name} without names", body, bare[: chance.choice((1, 2, 3, 5, 10, 1000))]))
            texts.append(made(f"{name} without comments", body, []))
    for name, body in articles:
        for _ in range(VERSIONS):
            texts.append(made(name, body, [], news=True))
            section = chance.choice(chance.choice(sections))
            count = min(len(section), chance.choice((1, 1, 2, 2, 3, 3, 4, 6, 10)))
            at = chance.randrange(len(section) - count + 1)
            cut = body[: chance.randint(max(1, len(body) // 3), len(body))]
            heading = [f"{count} Comments"] if chance.random() < ANNOUNCED else []
            texts.append(made(f"{name} with comments", cut, [*heading, *section[at : at + count]], news=True))
    return [text for text in texts if text is not None]


def vocabulary_of(
    pages: list[tuple[str, list[str], list[str]]], articles: list[tuple[str, list[str]]]
) -> dict[str, int]:
    """The words that stand in most texts of each kind: main texts, comments, news. A word is ranked by the kind that has it
    least, so that the subjects of one kind ("clinton") stay out."""

    def shares(texts: list[list[str]]) -> collections.Counter[str]:
        seen: collections.Counter[str] = collections.Counter()
        for text in texts:
            seen.update(
                {term for paragraph in without_quotes(text) for term in terms_of(paragraph) if term.isascii()}
            )
        return collections.Counter({word: count * 10**6 // len(texts) for word, count in seen.items()})

    common = shares([main for _, main, _ in pages])
    common &= shares([comments for _, _, comments in pages if comments])
    common &= shares([body for _, body in articles])
    ranked = sorted((word for word in common if not word.isdigit()), key=lambda word: (-common[word], word))
    return {word: i for i, word in enumerate(ranked[:WORDS])}


def fit_paragraphs(rows: list[Numbers], texts: list[Text]) -> tuple[Numbers, float]:
    """Weights and bias of the first model. A text weighs as the square root of its paragraphs, so that pages of 500
    comments do not drown the rest; comments and body weigh the same in all."""
    x = np.vstack(rows)
    y = np.concatenate(
        [np.arange(len(t.paragraphs)) >= (len(t.paragraphs) if t.begin is None else t.begin) for t in texts]
    )
    w = np.concatenate([np.full(len(t.paragraphs), len(t.paragraphs) ** -0.5) for t in texts])
    for label in (False, True):
        w[y == label] /= w[y == label].sum() / len(y) * 2
    model = LogisticRegression(C=RIDGE, max_iter=2000).fit(x, y, sample_weight=w)
    return model.coef_[0], float(model.intercept_[0])


def fit_places(rows: list[Numbers], texts: list[Text]) -> Numbers:
    """Weights of the second model, by maximum likelihood with a small ridge."""

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        total, slope = 0.01 * weights @ weights * len(texts) / 100, 0.02 * weights * len(texts) / 100
        for x, text in zip(rows, texts, strict=True):
            chances = place_chances(x, weights)
            right = len(x) if text.begin is None else text.begin - 1
            weight = 1.0 if text.news else PAGES_WEIGH
            total -= weight * np.log(max(chances[right], 1e-12))
            slope += weight * (chances[:-1] @ x)
            if right < len(x):
                slope -= weight * x[right]
        return float(total), slope

    return np.asarray(
        minimize(loss, np.zeros(rows[0].shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    )


def train(texts: list[Text], calibration: list[Text], vocabulary: dict[str, int]) -> BoundaryModel:
    rows = [numbers(text.paragraphs, vocabulary) for text in texts]
    # The second model learns from odds that the first gives texts it has not seen (five parts, by source text).
    parts = [hash_of(text.name.split(" with")[0]) % 5 for text in texts]
    odds: list[Numbers] = [np.zeros(0)] * len(texts)
    for part in range(5):
        rest = [i for i, p in enumerate(parts) if p != part]
        weights, bias = fit_paragraphs([rows[i] for i in rest], [texts[i] for i in rest])
        for i, p in enumerate(parts):
            if p == part:
                odds[i] = reader_odds(rows[i], weights, bias)
    place_rows = [places(t.paragraphs, o, t.announced) for t, o in zip(texts, odds, strict=True)]
    place_weights = fit_places(place_rows, texts)
    weights, bias = fit_paragraphs(rows, texts)
    untold = BoundaryModel(vocabulary, weights, bias, place_weights, 0.5)
    return BoundaryModel(vocabulary, weights, bias, place_weights, threshold_for(calibration, untold))


def threshold_for(texts: list[Text], model: BoundaryModel) -> float:
    """The least probability, a half or more, at which no more than :data:`LOST` of the paragraphs are taken for comments."""
    total = sum(len(text.paragraphs) for text in texts)
    alarms = []
    for text in texts:
        begin = comments_from(text.paragraphs, text.announced, replace(model, threshold=0.0))
        alarms.append((1 - none_chance(text, model), len(text.paragraphs) - (begin or len(text.paragraphs))))
    lost = 0
    for chance, paragraphs_lost in sorted(alarms, reverse=True):
        lost += paragraphs_lost
        if lost > LOST * total or chance < LEAST:
            return max(LEAST, chance + 1e-6)
    return LEAST


def none_chance(text: Text, model: BoundaryModel) -> float:
    odds = reader_odds(numbers(text.paragraphs, model.vocabulary), model.weights, model.bias)
    return float(place_chances(places(text.paragraphs, odds, text.announced), model.place_weights)[-1])


def hash_of(name: str) -> int:
    return random.Random(name).randrange(1 << 30)


def score(label: str, texts: list[Text], model: BoundaryModel) -> None:
    """Print precision and recall of comment paragraphs, recall of body paragraphs, and texts whose boundary is exact."""
    right = given = wanted = body = body_kept = exact = 0
    for text in texts:
        n = len(text.paragraphs)
        found = comments_from(text.paragraphs, text.announced, model)
        begin, got = (n if text.begin is None else text.begin), (n if found is None else found)
        right, given, wanted = right + n - max(begin, got), given + n - got, wanted + n - begin
        body, body_kept = body + begin, body_kept + min(begin, got)
        exact += begin == got
    print(
        f"{label:34s} {len(texts):4d} texts   comments P {right / max(1, given):.3f} R {right / max(1, wanted):.3f}"
        f"   body R {body_kept / max(1, body):.4f}   exact {exact / max(1, len(texts)):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--ecbplus", type=Path, required=True)
    parser.add_argument("--translations", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("src/rashomon/models/voices.npz"))
    arguments = parser.parse_args()

    chance = random.Random(SEED)
    pages, held_pages = divided(read_pages(arguments.pages))
    polnear, held_polnear = divided(read_articles(arguments.polnear / "train" / "text"))
    events, held_events = divided(read_events(arguments.ecbplus, chance))
    translations = read_translations(arguments.translations)
    russian = [article for article in translations if ".ru-en." in article[0]]
    others, held_others = divided([article for article in translations if article not in russian])
    articles = [*polnear, *events, *others]
    dev = read_articles(arguments.polnear / "dev" / "text")

    calibration = alone([*held_polnear, *held_events, *held_others])
    model = train(composed(articles, pages, chance), calibration, vocabulary_of(pages, articles))
    print(f"threshold {model.threshold:.3f}")
    gold = [text for name, main, comments in held_pages if (text := made(name, main, comments))]
    bare = [
        text
        for name, main, all_ in held_pages
        if (left := without_meta(all_)) and (text := made(name, main, left))
    ]
    mixed = [text for text in composed(dev, held_pages, chance) if text.news and text.begin is not None]
    score("PolNeAR dev", alone(dev), model)
    score("WMT 2021, from Russian", alone(russian), model)
    score("held-out news (sets the threshold)", calibration, model)
    score("PolNeAR dev + held-out comments", mixed, model)
    score("held-out pages with comments", [text for text in gold if text.begin is not None], model)
    score("the same, names and dates left out", bare, model)
    score("held-out pages without comments", [text for text in gold if text.begin is None], model)

    np.savez_compressed(
        arguments.out,
        vocabulary=np.array(list(model.vocabulary)),
        weights=model.weights.astype(np.float32),
        bias=np.float32(model.bias),
        place_weights=model.place_weights.astype(np.float32),
        threshold=np.float32(model.threshold),
    )


Item = TypeVar("Item")


def divided(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """Three of four, and the fourth."""
    return [item for i, item in enumerate(items) if i % 4], items[::4]


def alone(articles: list[tuple[str, list[str]]]) -> list[Text]:
    return [text for name, body in articles if (text := made(name, body, [], news=True))]


if __name__ == "__main__":
    main()
