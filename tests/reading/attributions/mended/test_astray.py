"""Parts that stand where they cannot stand."""

from __future__ import annotations

import pytest

from tests.reading.attributions.mended.test_next_voice import read
from tests.reading.stub import Told


def test_who_begins_the_next_sentence_does_not_say_this_one() -> None:
    text = "“The work is at its end,” told the journalists Deputy Minister Ilya Dron. He added more."
    quoted = "“The work is at its end,”"
    assert read(text, Told("He", "told", [quoted])) == [("Deputy Minister Ilya Dron", "told", [quoted])]
    text = "“The work is at its end,” - told the journalists Deputy Minister Ilya Dron."
    told = Told("the journalists Deputy Minister Ilya Dron", "told", [quoted])
    assert read(text, told) == [("Deputy Minister Ilya Dron", "told", [quoted])]
    text = "“It is late,” was told. He left for J. K. Dron."
    assert read(text, Told("He", "told", ["“It is late,”"])) == [("", "told", ["“It is late,”"])]
    text = "“It is late,” said Gen. Dron. He left."
    assert read(text, Told("Gen. Dron", "said", ["“It is late,”"]))[0][0] == "Gen. Dron"


def test_a_that_of_the_next_sentence_is_not_what_is_turned_down() -> None:
    text = (
        "Rumours that Bohm would resign were dismissed by a board member. The belief is that he will be gone."
    )
    told = Told("a board member", "dismissed", ["that he will be gone"])
    assert read(text, told) == [("a board member", "dismissed", ["that Bohm would resign"])]
    text = "Bohm was blamed by the board. The belief is that he will be gone."
    assert read(text, Told("the board", "blamed", ["that he will be gone"])) == []
    text = "Bohm said in his letter to Gen. Dron, the chief, that he will be gone."
    assert read(text, Told("Bohm", "said", ["that he will be gone"])) == [
        ("Bohm", "said", ["that he will be gone"])
    ]


def test_who_allegedly_did_it_does_not_allege_it() -> None:
    text = "He came after he allegedly threatened to burn the barn."
    assert read(text, Told("he", "allegedly", ["threatened to burn the barn"]))[0][0] == ""


@pytest.mark.parametrize(
    ("text", "pieces", "kept"),
    [
        (
            "The talks are dead, the envoy said, as both sides left.",
            ["The talks are dead", "as both sides left"],
            ["The talks are dead"],
        ),
        *(
            (
                f"The talks are dead, the envoy said, {why}.",
                ["The talks are dead", why],
                ["The talks are dead", why],
            )
            for why in (
                "as nobody has the will to go on",
                "as the two sides will not meet",
                "as the fighting is too fierce",
                "as there was no food left",
            )
        ),
        *(
            (
                f"The talks are dead, the envoy said, {meanwhile}.",
                ["The talks are dead", meanwhile],
                ["The talks are dead"],
            )
            for meanwhile in (
                "as his car was driven off",
                "as the crowd, which has no leader, sang",
                "as he had done before",
                # A reason, or what the hall looked like.
                "as one side had walked out",
            )
        ),
        (
            "The talks, the envoy said, as well as the truce are dead.",
            ["The talks", "as well as the truce are dead"],
            ["The talks", "as well as the truce are dead"],
        ),
        (
            "The envoy said the talks were dead, as both sides knew.",
            ["the talks were dead, as both sides knew"],
            ["the talks were dead, as both sides knew"],
        ),
    ],
)
def test_what_happened_while_it_was_said_is_not_said(text: str, pieces: list[str], kept: list[str]) -> None:
    source = "the envoy" if "the envoy" in text else "The envoy"
    assert read(text, Told(source, "said", pieces))[0][2] == kept


def test_this_is_not_what_its_colon_leads_to() -> None:
    text = "Hydra denies this: its director, Pia Lorn, says that the lake is safe."
    inner = Told("its director, Pia Lorn,", "says", ["that the lake is safe"])
    outer = Told("Hydra", "denies", ["this: its director, Pia Lorn, says that the lake is safe"])
    assert read(text, outer, inner) == [
        ("Hydra", "denies", ["this"]),
        ("its director, Pia Lorn,", "says", ["that the lake is safe"]),
    ]
    text = "Hydra said this: the lake is safe."
    assert read(text, Told("Hydra", "said", ["this: the lake is safe"]))[0][2] == ["this: the lake is safe"]
    text = "Hydra denies this claim: that the lake is safe."
    assert read(text, Told("Hydra", "denies", ["this claim: that the lake is safe"]))[0][2] == [
        "this claim: that the lake is safe"
    ]


def test_an_aside_in_a_clause_about_somebody_holds_that_clause_alone() -> None:
    text = (
        "Residents wept after a man who had, neighbours said, “threatened it for years” set fire to the mill."
    )
    told = Told(
        "neighbours",
        "said",
        ["Residents wept after a man who had", "“threatened it for years” set fire to the mill"],
    )
    assert read(text, told) == [("neighbours", "said", ["had", "“threatened it for years”"])]
    text = "The mill, neighbours said, “was shut for years” and then burned."
    pieces = ["The mill", "“was shut for years” and then burned"]
    assert read(text, Told("neighbours", "said", pieces)) == [("neighbours", "said", pieces)]


def test_half_a_clause_is_no_source() -> None:
    text = "A cook, who saw the mill and asked not to be named because it burned, told us more."
    told = Told("the mill and", "asked", ["not to be named because it burned"])
    assert read(text, told)[0][:2] == ("who", "asked")
    text = "Kerr and Oulik asked not to be named because it burned."
    assert (
        read(text, Told("Kerr and Oulik", "asked", ["not to be named because it burned"]))[0][0]
        == "Kerr and Oulik"
    )


@pytest.mark.parametrize(
    ("between", "his"),
    [
        (" The road was dark, and the driver looked back at the men. ", False),
        ("\n\nThe road was dark, and the driver looked back at the men.\n\n", False),
        (" ", True),
        ("\n\n", True),
    ],
)
@pytest.mark.parametrize("lead", ["“We tried,” Marn said.", "Marn said: “We tried.”"])
def test_a_quotation_that_the_text_s_end_cuts_off_is_nobody_s_behind_another_sentence(
    lead: str, between: str, his: bool
) -> None:
    quoted = "“We tried,”" if "tried,”" in lead else "“We tried.”"
    cut = "“Boy, you want power! You came to the"
    for end, kept in (("", his), (" mill.”", True)):
        text = f"{lead}{between}{cut}{end}"
        (_, _, pieces), *_ = read(text, Told("Marn", "said", [quoted, f"{cut}{end}"]))
        assert any(cut in piece for piece in pieces) == kept


def test_behind_a_retold_content_it_may_give_its_words() -> None:
    cut = "“Clarification on the meeting. We will decide"
    text = f"The house will decide, Marn said. Others had reported that it has decided. {cut}"
    told = Told("Marn", "said", ["The house will decide", cut])
    assert read(text, told) == [("Marn", "said", ["The house will decide", cut])]
