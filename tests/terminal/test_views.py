"""What stands in each view, printed to a pipe of 100 columns."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from rashomon.collation.wordings.variation import varied
from rashomon.dossier.gathered import Shelf
from rashomon.ingest import Summary
from rashomon.ledger import Finding, Ledger, LedgerError
from rashomon.records import Problem, Statement, Voice
from rashomon.terminal.attributions import listing
from rashomon.terminal.collation import side_by_side
from rashomon.terminal.findings import findings
from rashomon.terminal.found import found
from rashomon.terminal.problems import problems_page
from rashomon.terminal.shown import shown
from rashomon.terminal.stories import stories
from rashomon.terminal.summary import summary
from tests.dossier import made


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(made.ledger_at(tmp_path / "made.db"))


def printed(view: RenderableType, *, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=100, force_terminal=terminal, highlight=False, markup=False, emoji=False
    )
    console.print(view)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_summary_tells_what_was_read_what_it_says_and_what_could_not_be_read(ledger: Ledger) -> None:
    problems = tuple(
        Problem(f"{n}.html", "captures", "the file is empty", "save it again") for n in range(12)
    )
    text = printed(summary(Summary(4, 2, 12, problems, 61, 75.0), ledger))
    assert text.startswith("4 reports read (61 words), 2 known already, 12 could not be read, in 1 min 15 s")
    assert (
        "57031e  Keepers leave the light burning\n    4 reports: 3 in 3 outlets, 1 of unknown outlet" in text
    )
    assert "of unknown outlet; 2031-04-05 to 2031-04-07" in text
    assert "1a3b  Odile Marsh  3 wordings in 3 outlets; a quotation is altered" in text
    assert "9.html: the file is empty\n    save it again" in text
    assert "10.html" not in text
    assert "… and 2 more: rashomon show problems" in text


def test_notes_stand_apart_from_what_could_not_be_read(ledger: Ledger) -> None:
    problems = (
        Problem("a.html", "captures", "the file is empty", "save it again"),
        Problem("news.jsonl:3", "noted", "the text looks German", "give a translation"),
        Problem("pages", "noted", "2 files of other kinds were passed over: .pdf", "save them as .txt"),
    )
    text = printed(summary(Summary(4, 2, 1, problems, 61, 75.0), ledger))
    assert text.startswith(
        "4 reports read (61 words), 2 known already, 1 could not be read, 2 notes, in 1 min"
    )
    assert "Could not be read: 1 item\n  a.html: the file is empty\n    save it again" in text
    assert "To be noted: 2 items\n  news.jsonl:3: the text looks German\n    give a translation" in text
    assert printed(problems_page(problems[1:])).startswith(
        "Everything that this ledger was given could be read but for what follows.\nTo be noted: 2 items"
    )


def test_a_ledger_whose_run_was_stopped_says_so(tmp_path: Path, ledger: Ledger) -> None:
    assert "not brought together" not in printed(shown(ledger, "problems", ""))
    with Ledger.open(tmp_path / "stopped.db") as stopped:
        made.fill(stopped)
        before = printed(shown(stopped, "stories", ""))
        late = made.item("late", [(Voice.BODY, "The lamp at Skarn is lit again.")], [])
        stopped.add(*late)
        assert stopped.due()
        for what in ("stories", "conflicts"):
            text = printed(shown(stopped, what, ""))
            assert text.startswith("The reports that were read are not brought together yet")
        assert printed(shown(stopped, "stories", "")).endswith(before), "what was told before is still shown"
        text = " ".join(printed(shown(stopped, "problems", "")).split())
        assert "stopped.db: reports were read that are not brought together yet" in text
        assert "run the same rashomon read again" in text


def test_summary_of_an_empty_ledger(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as ledger:
        text = printed(summary(Summary(0, 0, 0, (), 0, 0.1), ledger))
        assert text == "0 reports read, 0 known already, 0 could not be read, in 0.1 s"
        assert "no stories yet" in printed(shown(ledger, "stories", ""))
        assert "could be read" in printed(shown(ledger, "problems", ""))


def test_story(ledger: Ledger) -> None:
    text = printed(shown(ledger, "story", "570"))
    assert "2031-04-06  Tide: “The lamp will stay out”" in text
    assert "no date     nobody (outlet not known): nobody" in text
    assert "Odile Marsh: 1 statement" in text
    assert "rashomon dossier 57031e" in text


def test_report_with_its_attributions_and_without_its_comments(ledger: Ledger) -> None:
    text = printed(shown(ledger, "report", made.GULL[1].id))
    assert "authors   Ann Lee, Bo Reyes" in text
    assert "published 2031-04-05 (from the page’s metadata)" in text
    assert made.GULL[1].capture in text
    assert "1  Odile Marsh (named in the source)" in text
    assert "2  not known (“A sailor” names nobody)" in text
    assert "through letter" in text
    assert "[headline] Keepers leave the light burning" in text
    assert "barnacle" not in text
    assert "1 reader’s comment, not shown" in text


def test_statement_marks_the_words_that_differ(ledger: Ledger) -> None:
    text = printed(shown(ledger, "statement", "1a"))
    assert "The lamp will stay [lit] until we are heard" in text or "will stay [out] until" in text
    assert "where wording" in text
    assert "A quotation is altered: where most words are the same, one inside quotation marks is not." in text
    assert "altered quotation: where wording 2 has “out”, this has “lit” (changed" in text
    assert re.search("\n +1  –? +The +lamp –? +will +stay +lit ", text)
    assert "together because: 7 of 9 words in common" in text


def test_person_by_a_word_of_the_name(ledger: Ledger) -> None:
    text = printed(shown(ledger, "person", "marsh"))
    assert text.startswith("Odile Marsh\nperson\nalso: Marsh\n“Odile Marsh” in report")
    assert "1a3b" in text
    assert "Nobody in this ledger" in printed(shown(ledger, "person", "Quill"))


def test_search_hits_with_who_said_it_and_where_it_stands(ledger: Ledger) -> None:
    hits = list(ledger.search("lamp stay", kind="statement"))
    text = printed(found("lamp stay", hits, ledger))
    assert "statement 1a3b  Odile Marsh" in text
    assert "characters" in text
    assert text.endswith("\n1 hit")
    more = printed(found("lamp stay", hits, ledger, more=True))
    assert more.endswith("\nthe best 1 hit; there are more: give --limit a higher number")
    bold = printed(found("lamp stay", hits, ledger), terminal=True)
    assert "\x1b[1;4mlamp\x1b[0m" in bold
    assert "Nothing in this ledger" in printed(found("quill", [], ledger))
    assert printed(found(" ", [], ledger)) == "Give words to look for."


def test_findings(ledger: Ledger) -> None:
    assert "holds: 4 captures" in printed(findings((), ledger))
    text = printed(findings((Finding("hash", "capture", "ab12", "its bytes now have SHA-256 cd"),), ledger))
    assert "1 thing does not hold" in text
    assert "hash: capture ab12 – its bytes now have SHA-256 cd" in text


def test_listing_of_a_report() -> None:
    text = printed(listing(made.GULL[1], made.GULL[2]))
    assert "2 attributions" in text
    assert "direct; source “Odile Marsh, the keeper”; cue “said”; through letter; confidence 0.90" in text


def test_collation_side_by_side() -> None:
    wordings = (
        made.wording(made.GULL, "The lamp will stay lit until we are heard"),
        made.wording(made.TIDE, "The lamp will stay out until we are heard."),
    )
    said = varied([Statement("1", None, wordings)], [made.GULL[1], made.TIDE[1]])
    text = printed(side_by_side([made.GULL[1], made.TIDE[1]], said))
    (row,) = [line for line in text.splitlines() if "until we are heard" in line]
    assert row.split("  ")[0] == "The lamp will stay [lit] until we are heard"
    assert row.endswith("The lamp will stay [out] until we are heard.")
    assert printed(side_by_side([made.GULL[1]], [])) == "Nothing is said in more than one wording."


def test_collation_of_many_texts_one_below_the_other() -> None:
    items = (made.GULL, made.TIDE, made.PIER, made.NOBODY)
    wordings = tuple(made.wording(item, item[1].text.splitlines()[0]) for item in items)
    text = printed(side_by_side([item[1] for item in items], [Statement("1", None, wordings)]))
    assert [line for line in text.splitlines() if line.startswith("pier 0–")]


def test_a_hostile_capture_does_not_reach_the_terminal(tmp_path: Path) -> None:
    item, statements = made.hostile()
    with Ledger.open(made.ledger_at(tmp_path / "made.db", (item, statements))) as ledger:
        hits = list(ledger.search("owned"))
        assert hits
        views = [
            shown(ledger, "stories", ""),
            shown(ledger, "story", made.STORY),
            shown(ledger, "report", item[1].id),
            shown(ledger, "statement", "bad"),
            shown(ledger, "person", "\x1b[2J"),
            found("\x1b[2J", hits, ledger),
            stories(ledger.stories(), Shelf(ledger)),
            listing(item[1], item[2]),
            side_by_side([item[1]], statements),
            summary(Summary(1, 0, 1, (Problem("\x1b[2J", "\x1b[2J", "\x1b[2J", "\x1b[2J"),), 1, 1.0), ledger),
        ]
        for view in views:
            text = printed(view)
            assert not any(c in text for c in "\x1b\x07\x9b\u202e\u2066\ud800")
            text.encode("utf-8")


def test_what_there_is_no_view_of(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no report"):
        shown(ledger, "report", "zz")
    with pytest.raises(ValueError, match="no view"):
        shown(ledger, "tables", "")


def test_that_there_are_no_conflicts_is_said_of_what_was_asked_for(ledger: Ledger) -> None:
    conflicts = "No conflicts were found between the accounts of"
    assert printed(shown(ledger, "conflicts", "")).endswith(f"{conflicts} any story.")
    assert printed(shown(ledger, "conflicts", made.STORY)).endswith(f"{conflicts} this story.")
