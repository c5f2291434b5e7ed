"""A person accepts and rejects conflicts: in the terminal, in the room and from Python, through readings and reports to come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import rashomon
from rashomon import cli
from rashomon.accounts.records import ConflictKind
from rashomon.corrections import targets
from rashomon.corrections.phrases import in_words
from rashomon.dossier import dossier
from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError
from rashomon.ledger.decisions.review import ReviewKind
from rashomon.ledger.shown.takeaway import partings
from rashomon.records import CorrectionKind
from rashomon.room.app import application
from rashomon.room.door import Door
from rashomon.terminal.summary import summary
from tests import partings as pages
from tests.room.conftest import HERE, TOKEN
from tests.terminal.test_views import printed

FIGURES, OPPOSED = ConflictKind.FIGURES, ConflictKind.OPPOSED
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rashomon.read([pages.write(tmp_path / "inbox", "post", "herald")], ledger=tmp_path / "l.db")
    return tmp_path / "l.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def room(path: Path) -> Iterator[TestClient]:
    with TestClient(application(path, Door(token=TOKEN)), base_url=HERE, follow_redirects=False) as client:
        yield client


def name(ledger: Ledger, kind: ConflictKind) -> str:
    return next(f"conflict:{c.id}" for c in ledger.conflicts() if c.kind is kind)


def state(ledger: Ledger) -> list[tuple[ConflictKind, bool, bool]]:
    """Each conflict: whether it is unsure, and whether somebody accepted it."""
    assert ledger.verify() == ()
    return [(c.kind, c.unsure, bool(c.decided)) for c in ledger.conflicts()]


MADE = [(FIGURES, False, False), (OPPOSED, True, False)]


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    return stopped.value.code, *capfd.readouterr()


def test_accepting_rejecting_and_taking_back(ledger: Ledger) -> None:
    assert state(ledger) == MADE
    ledger.accept(name(ledger, OPPOSED), who="Mira", why="the tapes tell it")
    rejection = ledger.reject(name(ledger, FIGURES), who="Mira", why="two bridges")
    assert recollate(ledger) == ()
    assert state(ledger) == [(OPPOSED, False, True)]
    (accepted,) = ledger.conflicts()
    assert accepted.decided.startswith("as Mira decided on ")
    assert accepted.decided.endswith(": the tapes tell it")
    (story,) = ledger.stories()
    assert sorted(d.rejects for d in ledger.accounts(story.id).decided) == [False, True]
    ledger.undo(rejection.id, who="Mira", why="one bridge")
    recollate(ledger)
    assert state(ledger) == [(OPPOSED, False, True), MADE[0]]
    (undo,) = (c for c in ledger.corrections() if c.kind is CorrectionKind.UNDO)
    ledger.undo(undo.id, who="Mira", why="two after all")
    recollate(ledger)
    assert state(ledger) == [(OPPOSED, False, True)]


def test_a_decision_survives_another_reading_and_reports_to_come(path: Path, tmp_path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.accept(name(ledger, OPPOSED), who="Mira", why="the tapes tell it")
        rejection = ledger.reject(name(ledger, FIGURES), who="Mira", why="two bridges")
        recollate(ledger)
        # All is collated anew, as after another reading.
        recollate(ledger, reader="another")
        assert state(ledger) == [(OPPOSED, False, True)]
        with ledger.transaction():
            ledger._connection.execute("UPDATE reading SET fingerprint = 'an older reader'")
    assert rashomon.read([tmp_path / "inbox"], ledger=path).read == 2
    with Ledger.open(path) as ledger:
        assert state(ledger) == [(OPPOSED, False, True)]
    # A figure that nobody had judged makes the figures part anew, and says that the decision no longer covers it.
    done = rashomon.read([pages.write(tmp_path / "inbox", "echo")], ledger=path)
    with Ledger.open(path) as ledger:
        assert state(ledger) == [(OPPOSED, False, True), (FIGURES, False, False)]
        assert [c.id for c in done.stranded] == [rejection.id]
        assert done.news.conflicts == (name(ledger, FIGURES).removeprefix("conflict:"),)
        ((c, why),) = ledger.stranded()
        assert (c.id, "part in more than was decided about" in why) == (rejection.id, True)
        assert rejection.id in [item.correction for item in ledger.review(kind=ReviewKind.STRANDED)]
        ledger.reject(name(ledger, FIGURES), who="Mira", why="three bridges")
        recollate(ledger)
        assert state(ledger) == [(OPPOSED, False, True)]
        assert ledger.stranded() == ()


def test_step_by_step_or_at_once_the_rows_are_the_same(path: Path, tmp_path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.accept(name(ledger, OPPOSED), who="Mira", why="the tapes tell it")
        ledger.reject(name(ledger, FIGURES), who="Mira", why="two bridges")
        recollate(ledger)
        ledger.export("jsonl", tmp_path / "one")
        with ledger.transaction():
            ledger._connection.execute("DELETE FROM meta WHERE key IN ('collated', 'collation')")
        recollate(ledger)
        ledger.export("jsonl", tmp_path / "two")
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name
    rows = [json.loads(row) for row in (tmp_path / "one" / "conflict_decision.jsonl").open(encoding="utf-8")]
    assert sorted(row["rejects"] for row in rows) == [0, 1]


def test_it_is_told_who_decided_wherever_it_is_shown(ledger: Ledger) -> None:
    ledger.accept(name(ledger, OPPOSED), who="Mira", why="the tapes tell it")
    ledger.reject(name(ledger, FIGURES), who="Mira", why="two bridges")
    recollate(ledger)
    (story,) = ledger.stories()
    told = "Mira decided on"
    for form in ("html", "md"):
        page = dossier(ledger, story.id, form)
        assert told in page
        assert "Worth a look" not in page
        assert "how many people killed" not in page
    rows = [json.loads(row) for row in partings(ledger, "jsonl", story.id).decode().splitlines()]
    assert {(row["kind"], row["unsure"], told in row["decided"]) for row in rows} == {
        ("opposed claims", 0, True)
    }
    done = rashomon.read([], ledger=ledger)
    assert "Where the accounts part: 1 conflict\n" in printed(summary(done, ledger))


def test_in_the_terminal(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with Ledger.open(path) as ledger:
        opposed, figures = name(ledger, OPPOSED), name(ledger, FIGURES)
    at = ("--ledger", str(path))
    status, out, _ = run(capfd, "show", "review", *at)
    assert (status, f"rashomon correct accept {opposed[:-4]}" in out) == (0, True)
    decided = ("--who", "Mira", "--why", "the tapes tell it", *at)
    status, out, err = run(capfd, "correct", "accept", opposed[:14], *decided)
    assert (status, err.split()[:3]) == (0, ["Recorded", "as", "correction"])
    assert "Accepted, as Mira decided on" in out
    assert "Worth a look" not in out
    status, out, err = run(capfd, "correct", "reject", figures, *decided)
    assert (status, "how many people killed" in out) == (0, False)
    status, out, _ = run(capfd, "correct", "list", *at)
    assert "figures “how many people killed” of" in " ".join(out.split())
    assert "holds" in out
    with Ledger.open(path) as ledger:
        rejection = next(c for c in ledger.corrections() if c.kind is CorrectionKind.REJECT)
    status, _, _ = run(capfd, "correct", "undo", rejection.id[:8], *decided)
    with Ledger.open(path) as ledger:
        assert (status, state(ledger)) == (0, [(OPPOSED, False, True), MADE[0]])


def test_in_the_room(room: TestClient, path: Path) -> None:
    with Ledger.open(path) as ledger:
        opposed, figures = name(ledger, OPPOSED), name(ledger, FIGURES)
        (story,) = ledger.stories()
    assert f"/review?conflict={opposed[9:]}" in room.get(f"/story/{story.id}").text
    looks = room.get("/review.json?kind=conflict").json()["looks"]
    assert [look["conflict"]["id"] for look in looks] == [opposed[9:]]
    room.get("/token", params={"key": TOKEN})
    page = room.get(f"/review?conflict={figures[9:]}").text
    assert f'value="{figures}"' in page
    assert "how many people killed" in page
    form = page.split('name="form" value="')[1].split('"')[0]
    sent = {"form": form, "which": figures, "who": "Mira", "why": "two bridges", "action": "reject"}
    answer = room.post("/review", data=sent, headers={"origin": HERE})
    assert answer.status_code == 303
    page = room.get(answer.headers["location"]).text
    assert "accounts do not part there" in page
    page = room.get(f"/story/{story.id}").text
    assert f"conflict-{figures[9:]}" not in page
    assert "Corrected by people" in page
    assert room.get(f"/review?conflict={figures[9:]}").status_code == 404
    sent = {"action": "accept", "which": opposed, "who": "Mira", "why": "the tapes tell it"}
    answer = room.post("/corrections", json=sent, headers=BEARER)
    assert (answer.status_code, answer.json()["applied"]) == (201, True)
    data = room.get("/conflicts.json").json()
    ((conflict,),) = (s["conflicts"] for s in data["stories"])
    assert (conflict["id"], conflict["unsure"], data["elsewhere"]) == (opposed[9:], False, 0)
    assert "Mira decided on" in conflict["decided"]
    assert "Accepted, <bdi>as Mira decided on" in room.get("/conflicts").text


def test_what_names_nothing_is_told_so(ledger: Ledger, room: TestClient) -> None:
    known = ledger.conflict(name(ledger, OPPOSED))
    gone = targets.of_conflict("denial", [(m.report, m.start, m.end) for m in known.members])
    for which in (
        "conflict:",
        "conflict:ffff",
        "conflict:zz'--",
        "conflict:4d\udc80",
        gone,
        f"conflict:{'a:' * 900}",
    ):
        for decide in (ledger.accept, ledger.reject):
            with pytest.raises(LedgerError) as told:
                decide(which, who="Mira", why="why")
            assert "rashomon show conflicts" in told.value.mend or "list them" in told.value.mend
    for which in ("conflict:ffff", gone):
        sent = {"action": "reject", "which": which, "who": "Mira", "why": "why"}
        assert room.post("/corrections", json=sent, headers=BEARER).status_code in (404, 422)
    for which in (
        "conflict:" + known.id,
        targets.of_conflict("opposed claims", [(m.report, m.start, m.end) for m in known.members]),
    ):
        assert ledger.conflict(which) == known
    with pytest.raises(LedgerError, match="why"):
        ledger.accept(f"conflict:{known.id}", who="Mira", why=" ")
    assert ledger.corrections() == ()


def test_hostile_words_of_another_program_do_no_harm(ledger: Ledger, room: TestClient) -> None:
    known = ledger.conflict(name(ledger, OPPOSED))
    places = [(m.report, m.start, m.end) for m in known.members]
    target = targets.of_conflict("opposed claims", places)
    made = ledger.correct("<b>Mira</b>", "<script>x</script>\u202e", CorrectionKind.ACCEPT, target, old="<i>")
    ledger.correct("Mira", "why", CorrectionKind.REJECT, "conflict:denial:ffff:1-2:ffff:3-4")
    ledger.correct("Mira", "why", CorrectionKind.REJECT, "conflict:<b>")
    ledger.correct("Mira", "why", CorrectionKind.MEND, target)
    recollate(ledger)
    assert (OPPOSED, False, True) in state(ledger)
    assert "<" not in in_words(made).replace("<i>", "")
    assert [why for _, why in ledger.stranded()] == ["its report is no longer in the ledger"]
    (story,) = ledger.stories()
    for page in ("/conflicts", "/review", f"/story/{story.id}", f"/review?conflict={known.id}"):
        told = room.get(page)
        assert told.status_code == 200
        assert "<script>x" not in told.text
        assert "<b>Mira" not in told.text
