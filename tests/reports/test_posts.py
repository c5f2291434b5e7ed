"""Posts in plain texts, told by their form."""

from __future__ import annotations

from rashomon.records import Voice
from rashomon.reports.posts import posts
from rashomon.reports.voices import passages

POST = ["Jan Kerr", "@jkerr · 3h", "We stay.", "9:15 PM · Apr 3, 2031 · 4,012 Views"]


def test_a_post_is_its_author_its_words_and_its_time() -> None:
    assert posts(["He wrote:", *POST, "Then he left."]) == {1, 2, 3, 4}
    assert posts(["He wrote:", "Jan Kerr @jkerr@delta.example", "We stay.", "2031-04-03 21:15"]) == {1, 2, 3}
    assert posts(["@jkerr: We stay, whatever they say.", "He left."]) == {0}


def test_what_only_begins_like_a_post_is_none() -> None:
    assert posts(["Jan Kerr", "@jkerr", "We stay.", "Then he left, and nobody saw him again."]) == set()
    assert posts(["Write to the editors (@delta) at any time.", "We stay."]) == set()
    assert posts(["Jan Kerr", "@jkerr", "9:15 PM · Apr 3, 2031"]) == set()
    assert posts(["@jkerr stays, said a friend of his."]) == set()
    assert posts(["Jan Kerr", "@jkerr", "x" * 700, "9:15 PM · Apr 3, 2031"]) == set()


def test_a_post_in_a_report_is_a_passage_of_its_own_voice() -> None:
    text = "\n".join(
        ["Kerr stays", "The mayor of Harn said on Monday that he would not go, and wrote:", *POST]
    )
    voices = [p.voice for p in passages(text)]
    assert voices == [Voice.HEADLINE, Voice.BODY, *[Voice.EMBEDDED] * 4]
