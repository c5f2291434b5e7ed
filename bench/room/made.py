"""A large ledger of made-up reports, written through the ledger's own functions, so that every row fits every other.

Stories have 1 to 200 reports (log-normal, 8 on average), a report has twelve attributions, a twelfth of the statements stands in
several reports with a word changed, speakers and words are as unevenly used as in life (Zipf).
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

from bench.room.made_accounts import accounts, by_first_report
from rashomon.ledger import Ledger
from rashomon.ledger.tables.accounts import write_accounts
from rashomon.records import (
    Attribution,
    AttributionKind,
    Capture,
    Entity,
    EntityEvidence,
    MentionKind,
    Passage,
    Reading,
    Report,
    Sentence,
    Span,
    Speaker,
    Statement,
    Story,
    Variation,
    VariationKind,
    Voice,
    Wording,
)

SAID_EACH = 12
Item = tuple[Capture, Report, Reading]
Said = tuple[str, int, int, int, tuple[int, int] | None]


class Maker:
    """Reports one after another, always the same for one seed, and what they say, for the collation at the end."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        syllables = [
            a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "or")
        ]
        draw = random.Random(2)
        self._words = sorted(
            {"".join(draw.choices(syllables, k=draw.choice([1, 2, 2, 3, 3, 4]))) for _ in range(40_000)}
        )
        draw.shuffle(self._words)
        self._weights = list(accumulate(1 / (n + 3) for n in range(len(self._words))))
        names = [w.capitalize() for w in self._words if 4 <= len(w) <= 9]
        self.people = [f"{names[n]} {names[-1 - n]}" for n in range(4_000)]
        self._fame = list(accumulate(1 / (n + 5) for n in range(len(self.people))))
        self._vectors = [draw.randbytes(768) for _ in range(500)]
        self.stories: list[Story] = []
        self.said: dict[str, tuple[int, list[Said]]] = {}
        self.named: dict[int, list[tuple[str, int, int]]] = {}
        self.titles: dict[str, int] = {}

    def sentence(self, length: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=length)

    def reports(self) -> Iterator[Item]:
        """Reports without end, a story at a time."""
        while True:
            size = min(200, max(1, round(self._random.lognormvariate(1.5, 1.1))))
            day = date(2015, 1, 1) + timedelta(days=self._random.randrange(4000))
            cast = self._random.choices(range(len(self.people)), cum_weights=self._fame, k=6)
            shared = [
                (self._random.choice(cast), self.sentence(self._random.randint(8, 24)))
                for _ in range(2 + size // 3)
            ]
            ids, title = [], " ".join(self.sentence(7)).capitalize()
            for _ in range(size):
                item = self._report(title, day + timedelta(days=self._random.randrange(5)), cast, shared)
                ids.append(item[1].id)
                yield item
            self.stories.append(
                Story(
                    hashlib.sha256(ids[0].encode()).hexdigest()[:12],
                    title,
                    tuple(ids),
                    str(day),
                    str(day + timedelta(days=5)),
                )
            )

    def _report(self, title: str, day: date, cast: list[int], shared: list[tuple[int, list[str]]]) -> Item:
        outlet = f"The {self._words[int(self._random.paretovariate(0.7)) % 3000].capitalize()} Post"
        text, passages, attributions, sentences = (
            title + "\n",
            [Passage(Voice.HEADLINE, 0, len(title))],
            [],
            [],
        )
        said: list[tuple[int, int, int, int, tuple[int, int] | None, int]] = []
        start = len(text)
        for number in range(SAID_EACH):
            retold = self._random.random() < 0.25
            which = self._random.randrange(len(shared)) if retold else -1
            speaker, words = (
                shared[which]
                if retold
                else (self._random.choice(cast), self.sentence(self._random.randint(6, 26)))
            )
            words, changed = list(words), None
            if retold and self._random.random() < 0.4:
                changed = self._random.randrange(len(words))
                words[changed] = self.sentence(1)[0]
            content = " ".join(words)
            opening = len(text) + 1
            place = None
            if changed is not None:
                low = opening + len(" ".join(words[:changed])) + (1 if changed else 0)
                place = (low, low + len(words[changed]))
            text += f"“{content},” said {self.people[speaker]}. "
            at = opening + len(content) + 3
            name = Span(at + 5, at + 5 + len(self.people[speaker]))
            attributions.append(
                Attribution(
                    (name,),
                    (Span(at, at + 4),),
                    (Span(opening - 1, opening + len(content) + 2),),
                    AttributionKind.DIRECT,
                    0.9,
                    Speaker(self.people[speaker], "the name is in the source", MentionKind.PERSON, name),
                )
            )
            sentences.append(
                Sentence(opening, opening + len(content), number, self._random.choice(self._vectors))
            )
            said.append((speaker, which, opening, opening + len(content), place, number))
            if self._random.random() < 0.3:
                text += " ".join(self.sentence(20)).capitalize() + ".\n"
        passages.append(Passage(Voice.BODY, start, len(text)))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        report = Report(
            sha256[:16],
            sha256,
            f"report-{sha256[:6]}",
            text,
            tuple(passages),
            title,
            outlet,
            ("A. Writer",),
            str(day),
            "metadata",
            "en",
        )
        self._note(report, title, said)
        capture = Capture(sha256, text.encode(), "text/plain", f"made/{sha256[:8]}.txt")
        return capture, report, Reading(report.id, "made", (), tuple(attributions), tuple(sentences))

    def _note(
        self, report: Report, story: str, said: list[tuple[int, int, int, int, tuple[int, int] | None, int]]
    ) -> None:
        """Keep what the collation needs: which statement each attribution is a wording of, and who is named where."""
        self.titles[report.id] = len(story)
        for speaker, which, start, end, place, number in said:
            key = f"{story}/{which}" if which >= 0 else f"{report.id}/{number}"
            self.said.setdefault(key, (speaker, []))[1].append((report.id, start, end, number, place))
            at = self.named.setdefault(speaker, [])
            if len(at) < 200:
                at.append((report.id, end + 8, end + 8 + len(self.people[speaker])))

    def collation(self) -> tuple[list[Entity], Iterator[Statement], list[Story]]:
        entities = [
            Entity(
                f"{speaker:012x}",
                self.people[speaker],
                MentionKind.PERSON,
                (self.people[speaker],),
                tuple(EntityEvidence(r, self.people[speaker], a, b, "the same full name") for r, a, b in at),
            )
            for speaker, at in self.named.items()
        ]
        return entities, map(_statement, self.said.values()), self.stories


def _statement(said: tuple[int, list[Said]]) -> Statement:
    speaker, places = said
    lead = places[0]
    wordings = tuple(
        Wording(
            report,
            start,
            end,
            number,
            1.0,
            "the first wording" if n == 0 else "the same speaker, most words in common",
            None if n == 0 else 0,
            ()
            if n == 0 or place is None
            else (Variation(VariationKind.REWORDED, *place, lead[1], lead[1], "a word is another"),),
        )
        for n, (report, start, end, number, place) in enumerate(places)
    )
    id_ = hashlib.sha256(f"{lead[0]}/{lead[1]}".encode()).hexdigest()[:12]
    return Statement(id_, f"{speaker:012x}", wordings)


def make(path: Path, reports: int) -> None:
    """Write the ledger, or go on where that stopped, and say how large it is and how long that took."""
    begun = time.perf_counter()
    maker = Maker()
    found = maker.reports()
    written: set[str] = set()
    with Ledger.open(path) as ledger:
        held = set(ledger.report_ids())
        while len(written) < reports:
            with ledger.transaction():
                for capture, report, reading in islice(found, min(2000, reports)):
                    if report.id not in written:
                        written.add(report.id)
                        if report.id not in held:
                            ledger.add(capture, report, reading)
        print(f"{len(written):,} reports in {time.perf_counter() - begun:.0f} s", flush=True)
        entities, made, stories = maker.collation()
        statements = list(made)
        whole = {r for story in stories for r in story.reports}
        stories += (
            [Story("f" * 12, "The last story", tuple(sorted(written - whole)), None, None)]
            if written - whole
            else []
        )
        told = accounts(stories, by_first_report(statements), maker.titles, maker.people)
        with ledger.at_one_moment() as connection:
            connection.execute("PRAGMA cache_size = -2000000")  # 2 GB: its indexes are filled in no order
        ledger.replace_collation(entities, statements, stories, "made")
        print(f"collated in {time.perf_counter() - begun:.0f} s", flush=True)
        while some := list(islice(told, 2500)):
            with ledger.transaction(), ledger.at_one_moment() as connection:
                write_accounts(connection, some)
            print(f"accounts of {len(some)} stories more, {time.perf_counter() - begun:.0f} s", flush=True)
        print(ledger.counts(), f"{time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e9:.2f} GB")
