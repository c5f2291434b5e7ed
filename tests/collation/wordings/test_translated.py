"""Words that a report says are translated: nobody altered them."""

from __future__ import annotations

import pytest

from rashomon.collation.wordings.translated import translates
from rashomon.collation.wordings.variation import varied
from rashomon.records import Passage, Report, Statement, Voice, Wording
from rashomon.records import VariationKind as Kind

SILENCE = "If you come, we will answer force with silence."


def made(name: str, before: str, words: str, comment: str = "") -> tuple[Report, Wording]:
    text = f"{before}“{words}” {comment}"
    start = len(before) + 1
    passages = [Passage(Voice.BODY, 0, start + len(words) + 1)]
    if comment:
        passages.append(Passage(Voice.COMMENT, start + len(words) + 2, len(text)))
    return Report(name, name, name, text, tuple(passages)), Wording(
        name, start, start + len(words), None, 1.0, ""
    )


@pytest.mark.parametrize(
    "note",
    [
        "She wrote, in our own translation: ",
        "She wrote, translated from the Torvenan: ",
        "The letter was translated by the Gull. She wrote: ",
        "She said through an interpreter: ",
    ],
)
def test_what_differs_from_a_translation_is_no_altered_quotation(note: str) -> None:
    changed = SILENCE.replace("silence", "violence")
    for first, second in (("She wrote: ", note), (note, "She wrote: ")):
        (one, here), (other, there) = made("a", first, SILENCE), made("b", second, changed)
        (found,) = varied([Statement("s", None, (here, there))], [one, other])
        ((variation,),) = (w.variations for w in found.wordings if w.variations)
        assert variation.kind is Kind.REWORDED
        assert variation.why.endswith("a report says that it gives a translation")


@pytest.mark.parametrize(
    ("before", "comment"),
    [
        ("She wrote: ", ""),
        ("The vote translated into a loss, she wrote: ", ""),
        ("Promises translated from paper to deeds, she wrote: ", ""),
        ("She wrote: ", "Our own translation is better, says a reader."),
    ],
)
def test_elsewhere_a_changed_word_alters(before: str, comment: str) -> None:
    (one, here), (other, there) = (
        made("a", "She wrote: ", SILENCE),
        made("b", before, SILENCE.replace("silence", "violence"), comment),
    )
    assert not translates(other)
    (found,) = varied([Statement("s", None, (here, there))], [one, other])
    assert [v.kind for w in found.wordings for v in w.variations] == [Kind.ALTERED]
