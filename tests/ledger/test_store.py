"""What is added to a ledger is read back as it was, whatever the order, and once however often it is added."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Problem, Span, Statement, Variation, VariationKind, Voice, Wording
from tests.ledger.making import SAID_OTHERWISE, Item, collation, collations, copied, item, items


def rows(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    """Every exported table, to compare ledgers by."""
    return {path.name: path.read_bytes() for path in ledger.export("jsonl", folder)}


@settings(max_examples=60, deadline=None)
@given(items())
def test_records_come_back_as_they_were(kept: Item) -> None:
    capture, report, reading = kept
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "x.db") as ledger:
        assert ledger.add(*kept)
        assert not ledger.add(*kept)
        assert ledger.capture(capture.sha256) == capture
        assert list(ledger.reports()) == [report]
        assert list(ledger.readings()) == [reading]
        assert ledger.verify() == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_collation_comes_back_as_it_was(data: st.DataObject) -> None:
    kept = data.draw(items().filter(lambda i: all(p.voice is not Voice.COMMENT for p in i[1].passages)))
    clear = replace(
        kept[1], passages=tuple(replace(p, voice=Voice.BODY) for p in kept[1].passages)
    )  # so that a place to quote is found
    entities, statements, stories = data.draw(collations((kept[0], clear, kept[2])))
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "x.db") as ledger:
        ledger.add(kept[0], clear, kept[2])
        ledger.replace_collation(entities, statements, stories, "c1")
        assert list(ledger.entities()) == entities
        assert sorted(ledger.statements(), key=lambda s: s.id) == statements
        assert sorted(ledger.stories(), key=lambda s: s.id) == stories
        assert ledger.collation_fingerprint() == "c1"
        assert ledger.verify() == ()
        for hit in ledger.search(clear.text, kind="statement"):
            assert hit.snippet == clear.text[hit.start : hit.end]
            assert all(0 <= mark.start < mark.end <= len(hit.snippet) for mark in hit.marks)


def test_the_order_of_writing_makes_no_difference(tmp_path: Path) -> None:
    first = item()
    things = [first, (replace(first[0], path="a/copy.txt"), replace(first[1], name="copy"), first[2])]
    things += [item(SAID_OTHERWISE, "pages/beacon.txt")]
    written = []
    for number, order in enumerate(permutations(things)):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for kept in order:
                ledger.add(*kept)
            ledger.replace_collation(*collation([things[1], things[2]]), "c1")
            written.append(rows(ledger, tmp_path / str(number)))
            assert ledger.counts().captures == 2
            assert ledger.report(first[1].id).name == "copy"  # a/copy.txt comes before pages/lantern.txt
            assert ledger.capture(first[0].sha256).path == "a/copy.txt"
    assert all(other == written[0] for other in written)
    assert b"a/copy.txt" in written[0]["sighting.jsonl"]
    assert b"pages/lantern.txt" in written[0]["sighting.jsonl"]


def test_another_reader_replaces_what_was_read_and_keeps_corrections(tmp_path: Path) -> None:
    capture, report, reading = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(capture, report, reading)
        ledger.replace_collation(*collation([(capture, report, reading)]), "c1")
        assert ledger.known("reader-1") == {capture.sha256}
        assert ledger.known("reader-2") == set()
        assert ledger.add(capture, report, replace(reading, model="reader-2", mentions=()))
        assert ledger.known("reader-1") == set()
        assert ledger.known("reader-2") == {capture.sha256}
        assert ledger.reading(report.id).mentions == ()
        assert ledger.collation_fingerprint() is None
        assert (list(ledger.statements()), list(ledger.stories())) == ([], [])
        assert ledger.verify() == ()
        ledger.replace_collation([], [], [], "c2")
        assert ledger.collation_fingerprint() == "c2"


def test_the_fingerprint_may_tell_more_than_the_model(tmp_path: Path) -> None:
    kept = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        assert ledger.add(*kept, fingerprint="code 7, reader-1")
        assert not ledger.add(*kept, fingerprint="code 7, reader-1")
        assert ledger.known("reader-1") == set()
        assert ledger.add(*kept, fingerprint="code 8, reader-1")


def test_problems_are_kept_once_and_known(tmp_path: Path) -> None:
    capture, report, reading = item()
    torn = Problem("b.html", "reports", "no text", "fetch the page again", capture.sha256)
    absent = Problem(capture.path, "captures", "no such file", "check the path")
    with Ledger.open(tmp_path / "x.db") as ledger:
        for _ in range(2):
            ledger.add_problem(torn, capture, fingerprint="reader-0")
            ledger.add_problem(absent)
        assert ledger.problems() == (torn, absent)
        assert ledger.has_capture(capture.sha256)
        assert not ledger.has_capture("0" * 64)
        assert ledger.known("reader-0") == {capture.sha256}
        assert ledger.known("reader-1") == set()
        ledger.add(capture, report, reading)  # another reader manages, and the file is there again
        assert ledger.problems() == ()


def test_a_problem_without_a_fingerprint_holds_for_every_reader(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add_problem(Problem("c.txt", "reports", "binary", "leave it out", "ab" * 32))
        assert ledger.known("any") == {"ab" * 32}


def test_a_problem_of_another_reader_takes_the_place_of_the_report(tmp_path: Path) -> None:
    capture, report, reading = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(capture, report, reading)
        partly = Problem(capture.path, "speakers", "too long", "split it", capture.sha256)
        ledger.add_problem(partly, fingerprint="reader-1")
        assert ledger.report(report.id) == report
        ledger.add_problem(partly, fingerprint="reader-2")
        assert list(ledger.reports()) == []
        assert ledger.has_capture(capture.sha256)


def test_what_does_not_fit_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    capture, report, reading = item()
    end = len(report.text)
    beyond = replace(reading.attributions[0], content=(Span(end - 3, end + 1),))
    with Ledger.open(tmp_path / "x.db") as ledger:
        for bad in (
            (replace(capture, content=b"other"), report, reading),
            (capture, replace(report, id="0" * 16), replace(reading, report="0" * 16)),
            (capture, replace(report, passages=report.passages[::-1]), reading),
            (capture, report, replace(reading, attributions=(beyond,))),
            (capture, report, replace(reading, attributions=())),
            (capture, replace(report, text=report.text.replace("“", "\ud800")), reading),
        ):
            with pytest.raises(ValueError, match=r"surrogate|capture|passage|characters|attribution"):
                ledger.add(*bad)
        assert ledger.counts().captures == 0
        ledger.add(capture, report, reading)
        entities, statements, stories = collation([(capture, report, reading)])
        wide = replace(statements[0].wordings[0], start=-1, end=3)
        with pytest.raises(ValueError, match="characters"):
            ledger.replace_collation(entities, [replace(statements[0], wordings=(wide,))], stories, "c1")
        assert ledger.collation_fingerprint() is None
        assert list(ledger.entities()) == []


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        with pytest.raises(RuntimeError), ledger.transaction():
            ledger.add(*item())
            raise RuntimeError
        assert ledger.counts().captures == 0
        with ledger.transaction():
            ledger.add(*item())
            with pytest.raises(RuntimeError), ledger.transaction():
                ledger.add(*item(SAID_OTHERWISE))
                raise RuntimeError
        assert ledger.counts().reports == 1


def test_ids_by_their_beginning(tmp_path: Path) -> None:
    things = [item(f"{SAID_OTHERWISE} {number}", f"{number}.txt") for number in range(40)]
    with Ledger.open(tmp_path / "x.db") as ledger:
        with ledger.transaction():
            for kept in things:
                ledger.add(*kept)
        ledger.replace_collation(*collation(things), "c1")
        report = things[0][1]
        assert ledger.report(report.id[:12]) == report
        assert ledger.statement("51").id == "51a7"
        assert ledger.story("5707").reports == tuple(r.id for _, r, _ in things)
        assert ledger.entity("e").name == "Édith Brücke"
        by_digit: dict[str, list[str]] = {}
        for _, r, _ in things:
            by_digit.setdefault(r.id[0], []).append(r.id)
        shared, ids = max(by_digit.items(), key=lambda pair: len(pair[1]))
        with pytest.raises(LedgerError, match="more than one") as ambiguous:
            ledger.report(shared)
        assert min(ids)[:9] in str(ambiguous.value)
        assert "Mill bridge stays shut" in str(ambiguous.value)
        for unknown in ("zz", "", "\ud800", "%", "' OR 1=1"):
            with pytest.raises(LedgerError, match="no report"):
                ledger.report(unknown)


def test_statements_by_report_story_and_number(tmp_path: Path) -> None:
    one, two = item(), item(SAID_OTHERWISE, "pages/beacon.txt")
    entities, (shared,), (story,) = collation([one, two])
    alone = replace(shared, id="a", speaker=None, wordings=shared.wordings[1:])
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.add(*two)
        ledger.replace_collation(entities, [alone, shared], [replace(story, reports=(two[1].id,))], "c1")
        assert list(ledger.statements()) == [shared, alone]
        assert list(ledger.statements(min_wordings=2)) == [shared]
        assert list(ledger.statements(report=one[1].id)) == [shared]
        assert list(ledger.statements(story=story.id)) == [shared, alone]
        counts = ledger.counts()
        assert (counts.statements, counts.shared, counts.wordings, counts.stories) == (2, 1, 3, 1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Édith Brücke", 1),
        ("edith brucke", 1),
        ("BRÜCKE", 1),
        ("Mayor  Brucke!", 1),
        ("brück", 0),
        ("", 0),
        ("' OR 1=1 --", 0),
        ("\ud800 %_", 0),
        ("Brücke " * 2000, 0),
    ],
)
def test_a_person_by_name(tmp_path: Path, asked: str, found: int) -> None:
    kept = item()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*kept)
        entities, statements, stories = collation([kept])
        ledger.replace_collation(entities, statements, stories, "c1")
        assert [(s.entity, list(s.statements)) for s in ledger.person(asked)] == [
            (entities[0], statements)
        ] * found


def test_two_of_one_surname_are_two_and_the_exact_name_comes_first(tmp_path: Path) -> None:
    kept = item()
    (mayor,), statements, stories = collation([kept])
    son = replace(mayor, id="e9", name="Brücke", names=("Brücke",), evidence=())
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*kept)
        ledger.replace_collation([mayor, son], statements, stories, "c1")
        assert [said.entity.id for said in ledger.person("brücke")] == ["e9", "e0a1"]


def test_comments_and_furniture_are_not_collated(tmp_path: Path) -> None:
    kept = item()
    _, report, _ = kept
    (mayor,), (statement,), stories = collation([kept])
    comment = report.passages[2]
    at = report.text.index("Mayor Brücke", comment.start)
    wording = replace(statement.wordings[0], start=comment.start + 3, end=comment.end, attribution=None)
    reaching_in = replace(wording, start=comment.start - 4, end=comment.start + 1)
    commenter = replace(
        mayor, id="e666", evidence=(replace(mayor.evidence[0], start=at, end=at + 12),), names=("hobnail42",)
    )
    theirs = replace(statement, id="c0", wordings=(wording, reaching_in))
    mixed = replace(statement, id="c1", speaker="e666", wordings=(*statement.wordings, wording))
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*kept)
        ledger.replace_collation([mayor, commenter], [statement, theirs, mixed], stories, "c1")
        assert list(ledger.entities()) == [mayor]
        assert list(ledger.statements()) == [
            statement,
            replace(mixed, speaker=None, wordings=statement.wordings),
        ]
        assert ledger.person("hobnail42") == ()
        assert ledger.search("zebra") == ()


def test_labels_that_utf8_cannot_hold_are_written_out(tmp_path: Path) -> None:
    capture, report, reading = item()
    odd = replace(capture, path="caf\udce9.txt")
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(odd, replace(report, name="caf\udce9"), reading)
        ledger.add_problem(Problem("\ud83d", "captures", "\udcff", "mend"))
        assert ledger.capture(capture.sha256).path == "caf\\udce9.txt"
        assert ledger.report(report.id).name == "caf\\udce9"
        assert [p.item for p in ledger.problems()] == ["\\ud83d"]


def test_runs_are_noted(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add_run(code="0.1.0", reader="reader-1")
        (run,) = ledger.runs()
        assert (run.code, run.reader) == ("0.1.0", "reader-1")
        assert run.started.endswith("+00:00")


def test_what_is_compared_with_a_comment_is_compared_with_nothing(tmp_path: Path) -> None:
    one, two, three = (
        item(),
        item(SAID_OTHERWISE, "pages/beacon.txt"),
        item(path="pages/tower.txt", comment="x"),
    )
    reports = [report for _, report, _ in (one, two, three)]
    base = reports[0]
    at = base.text.index("the zebra crossing")
    wordings = (
        Wording(base.id, at, at + 10, None, 1.0, "the first"),
        *(
            Wording(r.id, s.start, s.end, 0, 1.0, "alike", against, variations)
            for r, reading, against, variations in (
                (reports[1], two[2], 0, (Variation(VariationKind.REWORDED, 66, 70, at, at + 3, "made"),)),
                (reports[2], three[2], 1, ()),
            )
            for s in reading.attributions[0].content
        ),
    )
    with Ledger.open(tmp_path / "a.db") as ledger:
        for kept in (one, two, three):
            ledger.add(*kept)
        ledger.replace_collation([], [Statement("51a7", None, wordings)], [], "c1")
        (statement,) = ledger.statements()
        assert [(w.against, w.variations) for w in statement.wordings] == [(None, ()), (0, ())]
        assert ledger.verify() == ()


def test_copies_and_versions_come_back_as_they_were(tmp_path: Path) -> None:
    one, two, three = (
        item(),
        item(SAID_OTHERWISE, "pages/beacon.txt"),
        item(path="pages/tower.txt", comment="x"),
    )
    families, passages, versions = copied(one, two)
    with Ledger.open(tmp_path / "a.db") as ledger:
        for kept in (one, two, three):
            ledger.add(*kept)
        for _ in range(2):
            ledger.replace_copies(families, passages, versions)
            for report in (None, one[1].id, two[1].id):
                assert ledger.copies(report=report) == tuple(families)
                assert ledger.copied_passages(report=report) == tuple(passages)
                assert ledger.versions(report=report) == tuple(versions)
        assert ledger.copies(report=three[1].id) == ()
        assert ledger.versions(report=three[1].id) == ()
        assert ledger.captured()[one[1].id] == one[0].captured_at
        assert ledger.verify() == ()
        with pytest.raises(ValueError, match="not in its text"):
            ledger.replace_copies([], [replace(passages[0], span=Span(0, 10_000))], [])
        assert ledger.copied_passages() == tuple(passages)
