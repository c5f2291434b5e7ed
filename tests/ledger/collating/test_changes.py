"""A ledger that grows, changes and shrinks bit by bit holds, row for row, what one collated from nothing holds."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.collation.entities import joined
from rashomon.corrections.targets import of_correction, of_wording
from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from rashomon.ledger.collating import accounts, partners, statements, ties
from rashomon.ledger.schema import tables
from rashomon.ledger.tables.rows import parts
from rashomon.records import (
    Affiliation,
    Attribution,
    AttributionKind,
    Capture,
    CorrectionKind,
    Mention,
    MentionKind,
    Problem,
    Reading,
    Report,
    SourceKind,
    Span,
    Speaker,
)
from tests.collation.telling import told

SAYINGS = (
    "The ferry of Lisse will sail again on Friday at noon.",
    "Lisse's ferry is going to sail again at noon on Friday.",
    "The ferry of Lisse will sail again on Friday.",
    "The ferry of Lisse will not sail again before Sunday at noon.",
    "Nobody at the harbour office of Lisse was paid in March.",
    "In March nobody at Lisse's harbour office was paid.",
    "The crane on the northern quay fell into the water at dawn.",
    "At dawn the northern quay's crane fell into the water.",
    "It fell.",
)
WHO = (
    "Osk", "Oskar Tarn", "Oskar B. Tarn", "Mayor Oskar Tarn", "Osk Tarn", "Ilse Tarn", "Ilse Osk Tarn", "Osk McTarn",
    "Osk Mc Tarn", "Ilse Osk McTarn", "Tarn", "Tarnn", "Paul", "Paul Osk", "HCA",
    "Harbour Crane Agency", "the Harbour Crane Agency", "", "Two witnesses", "The ministry",
    "HCOL", "Harbour Crane Office of Lisse", "Harbour Coal Office Lisse", "HC Agency", "Harbour Crane Agency Ltd.",
    "Harbour Crane Agency S.A.", "Oskar Tarne", "Osk Tarn and Ilse Tarn", "Oskar Tarn and Ilse Osk Tarn", "Paul Osk and others",
    "Tarn and the Harbour Crane Agency", "Ilse Tarn and Paul", "Oskar Tarn Jr.", "O. Ilse Tarn", "administration of Tarn",
    "administration of Oskar Tarn", "Tarn Administration", "Department of Cranes", "Cranes Department", "US Harbour Crane Agency",
    "House", "House of Cranes", "US House of Cranes", "House of Docks", "Senate", "US Senate", "Crane-led Senate",
    "GOP-led Senate", "Lisse Dock Crane Board", "Lisse Dock Crane Board and Yard",
)  # fmt: skip
UNNAMED = {"Two witnesses": SourceKind.WITNESS, "The ministry": SourceKind.OFFICIAL}
"""Sources without a name among them. The ministry denies things, and is not quoted."""
SPEAK_FOR_IT = frozenset({"Oskar Tarn", "Osk Tarn", "Ilse Tarn", "Paul"})
OTHERS = "others"
"""In a source of several, those who have no name."""
BODIES = frozenset(
    """
    HCA,Harbour Crane Agency,the Harbour Crane Agency,HCOL,Harbour Crane Office of Lisse,Harbour Coal Office Lisse,HC Agency,\
Harbour Crane Agency Ltd.,Harbour Crane Agency S.A.,administration of Tarn,administration of Oskar Tarn,Tarn Administration,\
Department of Cranes,Cranes Department,US Harbour Crane Agency,House,House of Cranes,US House of Cranes,House of Docks,Senate,\
US Senate,Crane-led Senate,GOP-led Senate,Lisse Dock Crane Board,Lisse Dock Crane Board and Yard
    """.strip().split(",")
)
WIRES = (
    (
        "Boats from the islands lay along both banks with their lamps lit until the tide went out",
        "and then the pilots walked home",
    ),
    (
        "Two of the four lock gates were painted green last week by boys of the school",
        "who had been promised a day on the river",
    ),
    ("", ""),
)
"""Texts that several reports carry, in two parts."""
Made = tuple[tuple[int, str], ...]
"""What a report says: each saying with the name of who says it."""


@cache
def made(says: Made, place: int, reader: str) -> tuple[Capture, Report, Reading]:
    """A report in which everybody says one thing; the ``place`` tells it from others, names another town, and brings a text that
    others carry, and an address at which others were."""
    told_by = [
        f"{who or 'Somebody'} said: “{SAYINGS[k]}”"
        if who != "The ministry"
        else f"{who} denied: {SAYINGS[k]}"
        for k, who in says
    ]
    aside = ("Jan Orrel was there too.", "The Harbour Crane Agency (HCA) is old.", "")[place % 3]
    first, last = WIRES[place % 3]
    text = f"Report {place}. {first} {aside} {' '.join(told_by)} {last}"
    headline = f"News of {place}" if place % 4 == 0 else ""
    report, reading = told(str(place), text, [SAYINGS[k] for k, _ in dict(says).items()], headline)
    sha256 = hashlib.sha256(report.text.encode()).hexdigest()
    by = {SAYINGS[k]: who for k, who in says}
    said: list[Attribution] = []
    mentions = []
    for a in reading.attributions:
        words = report.text[a.content[0].start : a.content[0].end]
        who = by[words]
        verb = "denied" if who == "The ministry" else "said"
        at = report.text.rfind(f"{who} {verb}", 0, a.content[0].start) if who else -1
        cue = Span(at + len(who) + 1, at + len(who) + 1 + len(verb)) if who else None
        kind = MentionKind.ORGANISATION if who in BODIES else MentionKind.PERSON
        span = Span(at, at + len(who))
        joint = _each(who, at) if " and " in who else ()
        named = who and who not in UNNAMED and not joint
        speaker = Speaker(who, "a test", kind, span) if named else Speaker(None, "a test")
        said.append(
            replace(
                a,
                speaker=speaker,
                source=(span,) if who else (),
                cue=(cue,) if cue else a.cue,
                kind=AttributionKind.DIRECT,
                source_kind=UNNAMED.get(who),
                joint_speakers=joint,
            )
        )
        mentions += [
            Mention(one.kind, one.evidence.start, one.evidence.end, 1.0)
            for one in (speaker, *joint)
            if one.kind is not None and one.evidence is not None
        ]
    if (at := report.text.find("Jan Orrel")) >= 0:
        mentions.append(Mention(MentionKind.PERSON, at, at + 9, 1.0))
    day = f"2031-02-{10 + place % 9}"
    return (
        Capture(sha256, report.text.encode(), "text/plain", f"{place}.txt"),
        replace(
            report,
            id=sha256[:16],
            capture=sha256,
            published=day if place % 2 else None,
            address=f"https://lisse.example/{place % 4}" if place % 5 else None,
        ),
        replace(
            reading,
            report=sha256[:16],
            model=reader,
            attributions=tuple(said),
            affiliations=tuple(_affiliations(report.text, said)),
            mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        ),
    )


def _each(source: str, at: int) -> tuple[Speaker, ...]:
    """Those who are named in a source of several, which stands at character ``at``."""
    out = []
    for words in source.split(" and "):
        start = at + source.index(words)
        name = words.removeprefix("the ")
        kind = MentionKind.ORGANISATION if name in BODIES else MentionKind.PERSON
        span = Span(start, start + len(words))
        out.append(
            Speaker(None, "a test", None, span) if words == OTHERS else Speaker(name, "a test", kind, span)
        )
    return tuple(out)


def _affiliations(text: str, said: Sequence[Attribution]) -> Iterator[Affiliation]:
    """Whoever speaks beside the agency's name is with it; some speak for it."""
    if (at := text.find("Harbour Crane Agency (HCA)")) >= 0:
        for name in dict.fromkeys(a.speaker.name for a in said):
            if name:
                role = "spokesman" if name in SPEAK_FOR_IT else None
                yield Affiliation(name, role, None, "Harbour Crane Agency", at, at + 20, "a test")


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Every row that a collation makes and somebody reads, in order."""
    found = {}
    for table in tables(ledger._connection):
        if table.name in COLLATED:
            columns = ", ".join(c.name for c in table.columns if c.name != "number")
            query = f"SELECT {columns} FROM {table.name} ORDER BY {columns}"
            found[table.name] = ledger._connection.execute(query).fetchall()
    return found


COLLATED = frozenset(
    """
    entity entity_name entity_evidence entity_affiliation statement wording partial_wording comparison variation story
    statement_joint_speaker story_report origin estimate estimate_figure
    family copy copied_passage version revision carrying independence conflict conflict_member conflict_settling timeline omission
    story_tally story_outlet entity_tally statement_tally searchable stranded heard_report heard_name company name_explained
    """.split()
)

SIZES = st.sampled_from([1, 3, 1000])

says = st.lists(
    st.tuples(st.integers(0, len(SAYINGS) - 1), st.sampled_from(WHO)),
    min_size=1,
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(tuple)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_ledger_collated_bit_by_bit_is_one_collated_at_once(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "grown.db") as grown:
        written: dict[int, Made] = {}
        for _ in range(data.draw(st.integers(1, 4), "collations")):
            _change(data, grown, written)
            # Partners are looked up one by one, or among all keys at once, as the new sentences are few or many.
            many, size = data.draw(st.sampled_from([0.1, 2.0]), "few until"), data.draw(SIZES, "at a time")
            with (
                patch.multiple(partners, _MANY=many, _KEYS=size, _ROWS=size, _WEIGHED=size, _REPORTS=size),
                patch.object(ties, "_TIED", size),
                patch.object(statements, "_TOLD", size),
                patch.object(accounts, "batches", partial(parts, size=size)),
                patch.multiple(joined, FAR_OFTENER=2, LEAST_OFTEN=2),
            ):
                recollate(grown, reader="r")
            assert not grown.verify()
        with Ledger.open(Path(folder) / "fresh.db") as fresh:
            for place, says_ in sorted(written.items(), reverse=True):
                fresh.add(*made(says_, place, "r"))
            for c in grown.corrections():
                fresh.correct(c.who, c.why, c.kind, c.target, old=c.old, new=c.new, decided_at=c.decided_at)
            with patch.multiple(joined, FAR_OFTENER=2, LEAST_OFTEN=2):
                recollate(fresh, reader="r")
            one, other = rows(grown), rows(fresh)
    for table in COLLATED:
        assert one[table] == other[table], table


def _change(data: st.DataObject, ledger: Ledger, written: dict[int, Made]) -> None:
    """Add some reports, take some away, and decide something."""
    for _ in range(data.draw(st.integers(0, 6), "reports added")):
        place = len(written) + 100 * data.draw(st.integers(0, 3))
        if place not in written:
            written[place] = data.draw(says, f"said in {place}")
            ledger.add(*made(written[place], place, "r"))
    if written and data.draw(st.integers(0, 3), "a report is taken away") == 3:
        place = data.draw(st.sampled_from(sorted(written)))
        capture, _, _ = made(written.pop(place), place, "r")
        lost = Problem(capture.path, "reading", "it fails", "mend it", capture.sha256)
        ledger.add_problem(lost, capture, fingerprint="r2")
    when = f"2031-03-01T00:00:{len(ledger.corrections()):02}+00:00"
    wordings = sorted((w for s in ledger.statements() for w in s.wordings), key=lambda w: (w.report, w.start))
    if len(wordings) > 1 and data.draw(st.integers(0, 2), "a decision") == 2:
        one, other = (of_wording(w.report, w.start, w.end) for w in data.draw(st.permutations(wordings))[:2])
        if data.draw(st.booleans(), "the same"):
            ledger.correct("Mira", "heard it", CorrectionKind.MERGE, one, new=other, decided_at=when)
        else:
            ledger.correct("Mira", "heard it", CorrectionKind.SPLIT, one, old=other, decided_at=when)
    names = sorted({f"entity:{e.report}:{e.name}" for entity in ledger.entities() for e in entity.evidence})
    if len(names) > 1 and data.draw(st.integers(0, 3), "a decision about names") == 3:
        first, second = data.draw(st.permutations(names))[:2]
        ledger.correct("Tam", "knows them", CorrectionKind.MERGE, first, new=second, decided_at=when)
    decided = [c for c in ledger.corrections() if c.kind is not CorrectionKind.UNDO]
    if decided and data.draw(st.integers(0, 3), "a decision is undone") == 3:
        target = of_correction(data.draw(st.sampled_from(decided)).id)
        ledger.correct("Tam", "no", CorrectionKind.UNDO, target, decided_at=when.replace("-03-", "-04-"))
