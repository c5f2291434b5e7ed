"""What somebody speaks of: words that stand in more of their statements than in others'."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rashomon.ledger import Ledger
from rashomon.ledger.shown.topics import LEAST, _keyness, topics
from rashomon.records import Entity, EntityEvidence, MentionKind, Statement, Voice
from tests.dossier.made import Said, item, wording

OURS = ("the tunnel is cracked", "tunnels need care", "nobody painted the tunnel", "the harvest was good")
THEIRS = ("the harvest was poor", "the harvest failed again", "rain is coming", "prices rose")


def test_a_topic_is_told_by_its_most_frequent_form_with_all_statements_that_have_it(tmp_path: Path) -> None:
    said = [Said("", "", words, name="Ada Lund" if words in OURS else "Bo Reyes") for words in OURS + THEIRS]
    report = item("valley", [(Voice.BODY, ". ".join(OURS + THEIRS))], said)
    statements = [
        Statement(f"{n:012x}", "ada" if words in OURS else "b0", (wording(report, words),))
        for n, words in enumerate(OURS + THEIRS)
    ]
    people = [
        Entity(id_, name, MentionKind.PERSON, (name,), (EntityEvidence(report[1].id, name, 0, 3, "named"),))
        for id_, name in (("ada", "Ada Lund"), ("b0", "Bo Reyes"))
    ]
    with Ledger.open(tmp_path / "valley.db") as ledger:
        ledger.add(*report)
        ledger.replace_collation(people, statements, [], "made")
        (tunnel,) = [topic for topic in topics(ledger, "ada") if topic.word.startswith("tunnel")]
        assert (tunnel.word, set(tunnel.statements)) == ("tunnel", {statements[n].id for n in (0, 1, 2)})
        assert "harvest" not in [topic.word for topic in topics(ledger, "ada")], "others speak of it more"
        assert topics(ledger, "n0") == ()


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 500), st.integers(0, 500))
def test_a_word_is_the_more_a_topic_the_more_of_their_statements_have_it(
    here: int, without: int, there: int, others: int
) -> None:
    weight = _keyness(here, here + without, min(there, others), others)
    assert weight >= 0
    assert _keyness(here + 1, here + 1 + without, min(there, others), others) >= weight - 1e-9
    if others and here * others <= min(there, others) * (here + without):
        assert weight == 0 < LEAST
