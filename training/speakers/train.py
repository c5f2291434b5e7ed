"""Fit the scorer of antecedents: ``python -m training.speakers.train --polnear DIR``; writes ``models/antecedents.json``.

Data: the sources of PolNeAR's training articles that are pronouns, descriptions, or surnames of several people. For whom they
stand an annotator says in some articles (``answers.jsonl``: a language model reading; offsets alone), and in the others the
coreference chains of Stanford CoreNLP that come with the corpus (a silver standard: the person or organisation whose name stands
most often in the word's chain). A softmax over the candidates and nobody, with a ridge, for each kind of word. One article in
five is held out to print how often the scorer agrees with annotator and chains. Takes a minute.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rashomon.models import model_path
from rashomon.reading.names.organisations.organisations import organisations
from rashomon.reading.names.persons.by_name import candidates
from rashomon.reading.names.persons.people import GENDER, Person, bare_name, people, plain
from rashomon.reading.speakers.antecedent_features import NAMES, Asked, features
from rashomon.reading.speakers.antecedents import KINDS, eligible, one_stranger
from rashomon.reading.speakers.candidates import Candidate, Stage
from rashomon.reading.speakers.speakers import description, speakers
from rashomon.records import Mention, MentionKind, Span
from training.reader import corpus
from training.reader.corpus import Document, as_found

ANSWERS = Path(__file__).with_name("answers.jsonl")
"""A line an article (``doc``); of each source its ``span`` and ``who`` is meant: where a name of theirs stands first, nothing
where the article does not tell. ``several`` are meant together; of what is ``unsure`` nothing is learned.
"""

ANSWERED = 3.0
"""What an annotator's answer weighs beside a chain's. Chosen on the articles held out. Of surnames that several bear there are
too few, and one article's family would decide: there it is 1, chosen with bench.speakers and its tests in view."""

RIDGE = 1.0
Chains = list[list[tuple[int, int]]]


@dataclass
class Example:
    """Candidates' features (n, features), and which is right: an index, or n for nobody."""

    kind: str
    x: NDArray[np.float64]
    stranger: bool
    right: int
    held_out: bool
    answered: bool


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=model_path("antecedents.json"))
    args = parser.parse_args()
    chains = read_chains(args.polnear / "train" / "corenlp.jsonl.gz")
    answers = read_answers(ANSWERS)
    documents = corpus.read(args.polnear / "train")
    table: dict[str, dict[str, float]] = {}
    leanings = first_names(documents, chains)
    with (
        patch("rashomon.reading.speakers.antecedent_features.model", lambda: {"first names": leanings}),
        patch(
            "rashomon.reading.speakers.speakers.answer", lambda *_: None
        ),  # of the others only who is named is known
    ):
        examples = [
            e
            for number, d in enumerate(documents)
            for e in of_document(d, chains.get(d.name, []), answers.get(d.name), number % 5 == 0)
        ]
    table["first names"] = leanings
    for kind in [*dict.fromkeys(KINDS.values()), "name", "role", "group"]:
        some = [e for e in examples if e.kind == kind]
        weights = fit([e for e in some if not e.held_out])
        for who, held in (
            (who, [e for e in some if e.held_out and e.answered is answered])
            for who, answered in (("the annotator has", True), ("the chains have", False))
        ):
            agree = sum(best(weights, e) == e.right for e in held)
            nobody = sum(e.right == len(e.x) for e in held)
            print(
                f"{kind:10} {len(some):5} sources; held out: {agree} of {len(held)} as {who} it, {nobody} of them nobody"
            )
        weights = fit(some)
        table[kind] = {
            name: round(float(w), 3) for name, w in zip([*NAMES, "nobody", "stranger"], weights, strict=True)
        }
    args.to.write_text(json.dumps(table, indent=1) + "\n")


def read_chains(path: Path) -> dict[str, Chains]:
    """For each article its coreference chains, as (start, end) in characters."""
    out = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out[row["doc"]] = [[(m[0], m[1]) for m in chain] for chain in row["coreference"]]
    return out


@dataclass
class Answer:
    """Who is meant by a source: where their name stands first, by each name; nothing where the article does not tell."""

    who: list[tuple[int, int]]
    several: bool
    unsure: bool


def read_answers(file: Path) -> dict[str, dict[Span, Answer]]:
    """For each article an annotator has read, the answers by source."""
    return {
        row["doc"]: {
            Span(*s["span"]): Answer(
                [(start, end) for start, end in s["who"]], s.get("several", False), s.get("unsure", False)
            )
            for s in row["sources"]
        }
        for row in map(json.loads, file.read_text().splitlines())
    }


def first_names(documents: list[Document], chains: dict[str, Chains]) -> dict[str, float]:
    """How first names lean: the share of *he* less that of *she* among the pronouns in their bearers' chains, by persons."""
    bearers: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for d in documents:
        persons = people(d.text, [Mention(MentionKind(k), s, e, 1.0) for k, s, e in d.mentions])
        for chain in chains.get(d.name, []):
            told = Counter(GENDER[w] for s, e in chain if (w := d.text[s:e].lower()) in GENDER)
            words = {
                p.name
                for p in persons
                for m in p.mentions
                for s, e in chain
                if s <= m.start and e - m.end in (0, 1, 2)
            }
            if told and len(words) == 1:
                name = plain(words.pop()).split()
                if len(name) > 1:
                    bearers[name[0]][" ".join(name)][told.most_common(1)[0][0]] += 1
    out = {}
    for first, people_ in sorted(bearers.items()):
        lean = sum(1 if c["m"] > c["f"] else -1 if c["f"] > c["m"] else 0 for c in people_.values())
        seen = sum(sum(c.values()) for c in people_.values())
        if seen >= 2 and lean:
            out[first] = round(lean / (len(people_) + 0.5), 2)
    return out


def of_document(
    document: Document, chains: Chains, answers: dict[Span, Answer] | None, held_out: bool
) -> Iterator[Example]:
    """The examples of an article, in text order, each knowing who spoke before; by the chains where there are no answers."""
    text = document.text
    mentions = [Mention(MentionKind(k), s, e, 1.0) for k, s, e in document.mentions]
    found = as_found(document)
    persons = people(text, mentions)
    stage = Stage(text, persons, organisations(text, mentions), found)
    named = speakers(text, mentions, found)
    chain_at = {span: chain for chain in chains for span in chain}
    spoke: list[tuple[str | None, Span]] = []
    for f, speaker in zip(found, named, strict=True):
        name = speaker.name
        if f.source:
            source = f.source[0]
            words = plain(text[source.start : source.end])
            asked = _asked(text, source, words, persons, spoke[:-3:-1])
            if asked is not None:
                among = eligible(stage, asked)
                told = None if answers is None else answers.get(source)
                if told is not None:
                    name, right = _answered(stage, told, among)
                else:
                    chain = chain_at.get((source.start, source.end))
                    meant = _meant(stage, chain) if chain else None
                    name = meant.name if meant else None
                    right = next((i for i, c in enumerate(among) if meant and c.name == meant.name), None)
                    nameless = chain is not None and meant is None
                    stranger = asked.kind == "singular" and asked.stranger and _shared(chain, spoke)
                    if nameless and (stranger or asked.kind not in ("name", "singular", "role", "group")):
                        right = len(among)
                if right is not None and among:
                    rows = features(stage, asked, among)
                    x = np.array([[row.get(n, 0.0) for n in NAMES] for row in rows])
                    yield Example(asked.kind, x, asked.stranger, right, held_out, told is not None)
            spoke.append((name, source))


def _answered(stage: Stage, told: Answer, among: Sequence[Candidate]) -> tuple[str | None, int | None]:
    """The name of who is meant, and which of ``among`` they are: as many as there are for nobody, ``None`` to leave it out."""
    meant = {
        c.name for c in stage.candidates for m in c.mentions for s, e in told.who if m.start < e and s < m.end
    }
    if told.unsure or (told.several and len(meant) != 1):
        return None, None
    if not told.who:
        return None, len(among)
    at = [i for i, c in enumerate(among) if c.name in meant]
    name = min(meant, default=None) if len(meant) == 1 else None
    # Somebody whom no candidate stands for is nobody of them.
    return name, at[0] if len(at) == 1 else None if meant else len(among)


def _shared(chain: list[tuple[int, int]] | None, spoke: list[tuple[str | None, Span]]) -> bool:
    """Whether the last speaker stands in the chain."""
    if not chain or not spoke:
        return False
    last = spoke[-1][1]
    return any(last.start <= s and e <= last.end for s, e in chain)


def _asked(
    text: str, source: Span, words: str, persons: Sequence[Person], told: Sequence[tuple[str | None, Span]]
) -> Asked | None:
    spoke = tuple((name, at.start) for name, at in told)
    if words in KINDS:
        stranger = bool(told) and told[0][0] is None and one_stranger(text[told[0][1].start : told[0][1].end])
        return Asked(source, KINDS[words], GENDER.get(words), spoke=spoke, stranger=stranger)
    described = description(text, source)
    if described is not None:
        return replace(described, spoke=spoke)
    name, _, titles = bare_name(text, source.start, source.end)
    fits = candidates(name, persons)
    if len(fits) > 1 and len(name.split()) == 1:
        return Asked(source, "name", titles=titles, spoke=spoke, among=frozenset(p.name for p in fits))
    return None


def _meant(stage: Stage, chain: list[tuple[int, int]]) -> Candidate | None:
    """The candidate whose name stands at the end of most mentions of the chain."""
    votes: Counter[int] = Counter()
    for s, e in chain:
        for i, c in enumerate(stage.candidates):
            if any(s <= m.start and m.end <= e and e - m.end <= 3 and m.start - s <= 40 for m in c.mentions):
                votes[i] += 1
    return stage.candidates[votes.most_common(1)[0][0]] if votes else None


def fit(examples: list[Example]) -> NDArray[np.float64]:
    """Weights of NAMES and of nobody, by maximum likelihood with a ridge."""

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = RIDGE * float(w @ w), 2 * RIDGE * w
        for e in examples:
            scores = np.append(e.x @ w[:-2], w[-2] + w[-1] * e.stranger)
            odds = np.exp(scores - scores.max())
            p = odds / odds.sum()
            weight = ANSWERED if e.answered and e.kind != "name" else 1.0
            total -= weight * float(np.log(p[e.right] + 1e-12))
            slack = weight * p
            slack[e.right] -= weight
            slope[:-2] += slack[:-1] @ e.x
            slope[-2:] += slack[-1] * np.array([1.0, e.stranger])
        return total, slope

    found: NDArray[np.float64] = minimize(loss, np.zeros(len(NAMES) + 2), jac=True, method="L-BFGS-B").x
    return found


def best(weights: NDArray[np.float64], e: Example) -> int:
    """The index of the likeliest, or as many as there are for nobody."""
    return int(np.append(e.x @ weights[:-2], weights[-2] + weights[-1] * e.stranger).argmax())


if __name__ == "__main__":
    main()
