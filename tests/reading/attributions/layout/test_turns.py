"""Speakers by layout: transcripts and posts."""

from __future__ import annotations

from rashomon.reading.attributions.layout.turns import turns
from rashomon.records import Passage, Voice
from rashomon.reports.voices import passages


def found(text: str, *passages: Passage, outlet: str | None = None) -> list[tuple[str, str]]:
    all_of_them = turns(text, passages or (Passage(Voice.BODY, 0, len(text)),), outlet)
    return [(text[t.source.start : t.source.end], text[t.content.start : t.content.end]) for t in all_of_them]


def test_an_interview() -> None:
    text = (
        "Q: When did you first see the boats?\nA: Before it was light, I think.\n"
        "Q: And who was in them?\nA: I could not tell from there."
    )
    assert found(text)[1] == ("A", "Before it was light, I think.")
    assert len(found(text)) == 4


INTERVIEW = (
    "Harn Courier: Did your people shut the sluice?\nTasch: No. We did not do this at all.\n{}: Who was it then?\n"
    "Tasch: That I can not tell you.\nNote: This interview has been cut by half.\n{}: Will you stay?\n"
    "Tasch: We will stay until May."
)


def test_who_asks_once_by_the_full_name_asks() -> None:
    by_initials = found(INTERVIEW.format("HC", "HC"))
    assert [who for who, _ in by_initials] == ["Harn Courier", "Tasch", "HC", "Tasch", "HC", "Tasch"]
    by_outlet = found(INTERVIEW.format("Q", "Q"), outlet="The Harn Courier")
    assert [who for who, _ in by_outlet] == ["Harn Courier", "Tasch", "Q", "Tasch", "Q", "Tasch"]
    assert [who for who, _ in found(INTERVIEW.format("Q", "Q"))] == ["Tasch", "Q", "Tasch", "Q", "Tasch"]


def test_a_list_with_colons_is_no_transcript() -> None:
    assert found("Lidva: 1,204\nHarn: 366\nBrennick: 12\nLidva: 7\nHarn: 9") == []


def test_two_labelled_lines_are_no_transcript() -> None:
    assert found("PHOTO: The lock at dawn, seen from the dyke.\nPHOTO: The same lock at noon that day.") == []


def test_a_list_of_quotations_with_names() -> None:
    text = (
        "Here is what they said.\n“A gate is made to be opened.” ― Ilona Varesh\n"
        '"We asked for water." — Tomas Kerr, farmer\n\n“Stone by stone.”\n– Joren Tasch\nAll of them were there.'
    )
    assert found(text) == [
        ("Ilona Varesh", "“A gate is made to be opened.”"),
        ("Tomas Kerr, farmer", '"We asked for water."'),
        ("Joren Tasch", "“Stone by stone.”"),
    ]


def test_a_list_with_the_wrong_marks_and_spaces() -> None:
    text = (
        "”It was dry by noon.” ― Mira Osk\n“Nobody asked us.”―\xa0Ruvin Sall\xa0\n"
        "“Stone by stone.” ― Joren Tasch.\n“We asked for water.” ― Tomas Kerr Jr."
    )
    assert found(text) == [
        ("Mira Osk", "”It was dry by noon.”"),
        ("Ruvin Sall", "“Nobody asked us.”"),
        ("Joren Tasch", "“Stone by stone.”"),
        ("Tomas Kerr Jr.", "“We asked for water.”"),
    ]


def test_a_transcript_whose_every_paragraph_a_mark_opens() -> None:
    text = (
        'Partial transcript:\n\n"MARN: Who opened the gate?\n\n"TASCH: Not we. We came at noon.\n\n'
        '"And nobody was there when we came.\n\n"(CROSSTALK.)\n\n"MARN: Nobody at all?\n\n"TASCH: Nobody that I saw."\n\n'
        "The Assembly sees it otherwise."
    )
    assert found(text) == [
        ("MARN", "Who opened the gate?"),
        ("TASCH", 'Not we. We came at noon.\n\n"And nobody was there when we came.'),
        ("MARN", "Nobody at all?"),
        ("TASCH", 'Nobody that I saw."'),
    ]


def test_a_long_quotation_of_a_list_is_one() -> None:
    long = "“" + "We asked for water and had none. " * 40 + "”"
    assert [who for who, _ in found(f"“Stone by stone.” ― Joren Tasch\n{long} ― Mira Osk")] == [
        "Joren Tasch",
        "Mira Osk",
    ]


def test_a_dash_after_a_quotation_is_no_list() -> None:
    assert (
        found("“A gate is made to be opened” — Nobody in the delta would say otherwise, and nobody did.")
        == []
    )
    assert found("He said “no” - Kerr did not.") == []


def test_a_comment_is_no_turn() -> None:
    text = "JAN: I was there and saw it all.\nMIA: No you were not there.\nJAN: Yes I was, with you.\nMIA: Oh. So you were then."
    assert found(text, Passage(Voice.COMMENT, 0, len(text))) == []


def test_a_post_with_its_author_below() -> None:
    text = "The lock is free and dry.\n\n— Dorin Maskell (@Maskell) April 13, 2025"
    below = text.index("—")
    passages = (Passage(Voice.EMBEDDED, 0, below - 2), Passage(Voice.EMBEDDED, below, len(text)))
    assert found(text, *passages) == [("Dorin Maskell (@Maskell)", "The lock is free and dry.")]


def test_a_post_without_an_author_is_left_to_the_reader() -> None:
    text = "The lock is free and dry."
    assert found(text, Passage(Voice.EMBEDDED, 0, len(text))) == []


def test_posts_as_a_page_sets_them_each_with_its_author_above_and_its_time_below() -> None:
    text = (
        "Jonas Reiter\n@jreiter\nThe authority honours its agreements.\nAlways has.\n10:14 AM · May 14, 2031\n"
        "@petrakoll: We did it.\n"
        "Mila Tresk @tresk · 2h\nNo bread today.\n14 May 2031, 11:02"
    )
    assert found(text, *(Passage(Voice.EMBEDDED, p.start, p.end) for p in passages(text))) == [
        ("Jonas Reiter\n@jreiter", "The authority honours its agreements.\nAlways has."),
        ("@petrakoll", "We did it."),
        ("Mila Tresk @tresk", "No bread today."),
    ]


def test_a_list_may_name_a_handle() -> None:
    text = "“Stone by stone.” — Joren Tasch\n“Forty years is not enough.” — @NeverAgainLidva"
    assert [who for who, _ in found(text)] == ["Joren Tasch", "@NeverAgainLidva"]


def test_portraits_below_names_with_ages() -> None:
    text = "Aisha Belk, 34, teacher\n“The chalk jumped. They ran.”\n\nYusuf Omer, shepherd\n“The mountain moved.”\n"
    assert found(text) == [
        ("Aisha Belk", "“The chalk jumped. They ran.”"),
        ("Yusuf Omer", "“The mountain moved.”"),
    ]
    assert found("Aisha Belk, 34, teacher\n“The chalk jumped. They ran.”\nIt rained.") == []


COLUMN = (
    "Q. My rabbit thumps all night. Who scares it? – Sleepless, Cray\nA. Nobody. Rabbits thump.\n\n"
    "Q. Our breeder says no. Is that so? – Mr D. Hope, Fern Hill\nA. It is not. Ask her – and soon."
)


def test_a_column_of_questions_and_answers() -> None:
    assert found(COLUMN) == [
        ("Q", "My rabbit thumps all night. Who scares it?"),
        ("A", "Nobody. Rabbits thump."),
        ("Mr D. Hope, Fern Hill", "Our breeder says no. Is that so?"),
        ("A", "It is not. Ask her – and soon."),
    ]


def test_letters_that_do_not_take_turns_are_no_column() -> None:
    assert found(COLUMN.replace("A. Nobody", "B. Nobody")) == []
    assert found(COLUMN.replace("Who scares it?", "Somebody scares it.")) == []
    assert found("A. Mills\nB. Locks\nQ. Why?\nA. Lakes\nA. Dykes") == []


def test_a_broadcast_labels_who_speaks_with_what_they_are() -> None:
    text = (
        "ANCHOR: Our correspondent is on the dyke this evening. Lina?\nLINA MARN, CORRESPONDENT: Well, two boats are out.\n"
        "ANCHOR: Two of them?\nMARN: Two so far. [crosstalk]\nORAN KERR, MAYOR OF HARN (on camera): We had no warning at all.\n"
        "MARN (voice-over): But those who live here tell another story."
    )
    assert found(text) == [
        ("ANCHOR", "Our correspondent is on the dyke this evening. Lina?"),
        ("LINA MARN", "Well, two boats are out."),
        ("ANCHOR", "Two of them?"),
        ("MARN", "Two so far. [crosstalk]"),
        ("ORAN KERR", "We had no warning at all."),
        ("MARN", "But those who live here tell another story."),
    ]


BOLD = (
    "**Osmer Post:** When did you first see it?\n\n**Tomas Brell:** In March. I wrote the same day.\n\n"
    "{}**Osmer Post:** And who was told of it?\n\n**Tomas Brell:** All of them were told of it.\n\n{}"
)


def test_bold_names_are_labels() -> None:
    assert [who for who, _ in found(BOLD.format("", ""))] == ["Osmer Post", "Tomas Brell"] * 2


def test_an_answer_goes_on_in_the_paragraphs_below_it() -> None:
    more, note = "They told me it was fine.\n\n", "He looks out of the window.\n\n"
    answers = [said for who, said in found(BOLD.format(more, "We left at noon.")) if who == "Tomas Brell"]
    assert answers == [
        "In March. I wrote the same day.\n\nThey told me it was fine.",
        "All of them were told of it.",  # behind the last nothing tells where it ends
    ]
    for between in (
        note,
        "[We had to stop here.]\n\n",
        "“I was there,” he adds.\n\n",
        "Note: We have cut this.\n\n",
        "I ask Brell for the letters.\n\n",
    ):
        assert (
            dict(reversed(found(BOLD.format(between, ""))))["Tomas Brell"]
            == "In March. I wrote the same day."
        )


def test_the_record_of_a_court() -> None:
    text = (
        "Q. Where were you on the sixth?\nA. At home.\nQ. And you were alone.\nA. I was.\nMR. LIND: Objection.\n"
        "THE COURT: Overruled.\nQ. Did anyone call?\nA. Brell called."
    )
    assert [who for who, _ in found(text)] == ["Q", "A", "Q", "A", "MR. LIND", "THE COURT", "Q", "A"]
    assert found(text.replace("MR. LIND: ", "").replace("THE COURT: ", "")) == []
