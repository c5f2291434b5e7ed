"""Whether two reported sentences are one saying: what their words have in common, and who is said to have said them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.collation.statements.items import Item
from rashomon.collation.statements.match import statements
from rashomon.collation.statements.saying_likeness import FEATURES, RISING, likely, measured, model, who
from rashomon.records import AttributionKind, SourceKind, Span, Voice
from tests.collation.telling import embedder, told

TEXT = "the ferry struck the pier at Lisse shortly after dawn and two of its crew were hurt"
RETOLD = "two crew were hurt when the ferry hit the pier at Lisse just after dawn"


def item(text: str, **of: object) -> Item:
    bare = Item(
        "", 0, len(text), Span(0, len(text)), text, 0, None, Voice.BODY, False, True, text, cue="said"
    )
    return replace(bare, **of)  # type: ignore[arg-type]


def test_it_does_not_matter_which_sentence_is_given_first() -> None:
    one, other = (
        item(TEXT, source="police", kind=SourceKind.OFFICIAL),
        item(RETOLD, source="the port", quoted=True),
    )
    assert measured(one, other, 0.8) == measured(other, one, 0.8)
    assert len(measured(one, other, 0.8)) == len(FEATURES)


def test_sources_called_alike_make_one_saying_likelier_and_others_less_likely() -> None:
    police = item(TEXT, source="police", kind=SourceKind.OFFICIAL)
    again = item(RETOLD, source="Lisse police", kind=SourceKind.OFFICIAL)
    witness = item(RETOLD, source="a witness", kind=SourceKind.WITNESS)
    assert likely(police, again, 0.8) >= model().least
    assert likely(police, again, 0.8) > likely(police, witness, 0.8) + 1
    assert who(police, again) == "the source of both is official"


def test_other_words_from_the_same_source_are_no_one_saying() -> None:
    other = item("the pier will be rebuilt before winter with a loan of the province", source="police")
    assert likely(item(TEXT, source="police"), other, 0.45) < model().least


@pytest.mark.parametrize("name", [name for name, sense in RISING.items() if sense])
def test_more_in_common_never_makes_one_saying_less_likely_nor_a_contradiction_likelier(name: str) -> None:
    dice = np.random.default_rng(3)
    at, sense = FEATURES.index(name), RISING[name]
    first = measured(item(TEXT, source="police"), item(RETOLD, source="the police"), 0.8)
    for _ in range(50):
        row = [value * float(dice.uniform(0.3, 1.2)) for value in first]
        more = list(row)
        more[at] += 1
        assert sense * (model().trees.odds_of(more) - model().trees.odds_of(row)) >= 0


def test_a_row_by_itself_and_among_others_gets_the_same_number() -> None:
    rows = np.array([measured(item(TEXT), item(RETOLD), cosine) for cosine in (0.1, 0.5, 0.9)])
    together = model().trees.odds(rows)
    assert together.tolist() == [model().trees.odds_of(row) for row in rows.tolist()]


def test_an_act_that_two_reports_tell_is_one_statement() -> None:
    """What somebody is charged with is said by nobody in particular, and not spoken; it is reported all the same."""
    one = told(
        "gazette",
        "A clerk was charged with the theft of the harbour lamp and of two ferry boats.",
        ["the theft of the harbour lamp and of two ferry boats"],
        cue="charged with",
        kind=AttributionKind.INDIRECT,
    )
    other = told(
        "courier",
        "The clerk has been charged with theft of the harbour lamp and two ferry boats.",
        ["theft of the harbour lamp and two ferry boats"],
        cue="charged with",
        kind=AttributionKind.INDIRECT,
    )
    reports, readings = [one[0], other[0]], [one[1], other[1]]
    (found,) = statements(reports, readings, {})
    assert len(found.wordings) == 2 and "words in common" in found.wordings[1].why
    assert found == statements(reports[::-1], readings[::-1], {})[0]


def test_the_vectors_of_the_example_are_as_near_as_the_tests_say() -> None:
    a, b = embedder().embed([TEXT, RETOLD])
    assert a @ b > 0.8
