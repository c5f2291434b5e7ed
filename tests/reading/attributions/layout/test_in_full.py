"""What a report gives in full without a cue: whose words it is, and what is none."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.nesting import find
from rashomon.records import AttributionKind, Passage, Span, Voice
from tests.reading.stub import Told, tagger

LETTER = (
    "“Mr President,\n\n"
    "“Our sons were on that ferry. You have not come to see us.\n\n"
    "“Your minister told the Assembly that the sluice was shut. How did he know?"
)


def found(text: str, *told: Told, headline: int = 0) -> tuple[Found, ...]:
    """The attributions of a text whose first characters may be its headline."""
    passages = [Passage(Voice.BODY, headline, len(text))]
    if headline:
        passages.insert(0, Passage(Voice.HEADLINE, 0, headline))
    return find(text, [Span(0, len(text))], (), tagger(text, *told), passages)[0]


def parts(text: str, f: Found) -> tuple[str, str, str]:
    source, cue, content = (
        "".join(text[s.start : s.end] for s in part) for part in (f.source, f.cue, f.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("introduction", "sign_off", "source", "cue"),
    [
        (
            "The Courier publishes here in full the open letter that nine women of Lidva sent to the Assembly.",
            "",
            "nine women of Lidva",
            "open letter",
        ),
        ("The full text of the letter of the mothers of Lidva:", "", "the mothers of Lidva", "letter"),
        ("The statement issued by the Ferrymen's Union on Monday:", "", "the Ferrymen's Union", "statement"),
        ("The bargemen of Osmer have sent this letter on Monday:", "", "The bargemen of Osmer", "letter"),
        ("Ilona Marn's letter in full:", "", "Ilona Marn", "letter"),
        ("The Courier reproduces the letter of 12 March.", "", "the letter", ""),
        ("The full text of her letter of resignation:", "", "her letter", ""),
        (
            "The Courier publishes the letter of the mothers of Lidva.",
            "\n\n“Signed, for the mothers of Lidva, Olga Marn and ten others.",
            "Olga Marn and ten others",
            "letter",
        ),
        ("It had rained since Monday.", "\n\n“Yours sincerely, Olga Marn", "Olga Marn", ""),
        ("It had rained since Monday.", "", "", ""),
        ("Kerr tore up the letter of the mothers of Lidva:", "", "", ""),
        ("The letter of the mothers of Lidva was read. Then, on the dyke:", "", "", ""),
        ("The letter of the mothers of Lidva reads:", "", "the mothers of Lidva", "letter"),
    ],
)
def test_a_letter_in_full_is_said_by_whom_its_introduction_or_its_sign_off_names(
    introduction: str, sign_off: str, source: str, cue: str
) -> None:
    text = f"The ferry sank in May.\n\n{introduction}\n\n{LETTER}{sign_off}”\n\nNobody answered."
    a, *_ = found(text)
    said = LETTER if sign_off else f"{LETTER}”"
    assert parts(text, a) == (source, cue, said)
    assert (a.kind, a.inside) == (AttributionKind.DIRECT, None)


def test_a_letter_is_of_whose_name_stands_below_it_in_its_marks() -> None:
    letter = (
        "“People of Harn,\n\nThe river is ours, and it always was. Come and see it, you who have never been here.\n\n"
        "{}, Upper Lidva, 2 September”"
    )
    text = "Petra Koll had been silent.\n\n" + letter.format("Petra Koll")
    (a,) = found(text)
    assert parts(text, a)[0] == "Petra Koll"
    assert parts(text, a)[2].endswith("never been here.")
    text = "Petra Koll had been silent.\n\n" + letter.format("Long Live Harn")
    (a,) = found(text)
    assert parts(text, a)[0] == ""


def test_a_headline_may_tell_whose_letter_it_is() -> None:
    title = "Full text: the letter of the mothers of Lidva"
    text = f"{title}\n\nIt was sent on Monday.\n\n{LETTER}”"
    a, *_ = found(text, headline=len(title))
    assert parts(text, a)[:2] == ("the mothers of Lidva", "letter")


def test_what_is_said_in_a_letter_stands_inside_it_and_its_own_wishes_do_not() -> None:
    text = f"The text of the letter of the mothers:\n\n{LETTER}\n\n“We want an answer.”"
    told = (
        Told("Your minister", "told", ["that the sluice was shut"]),
        Told("We", "want", ["an answer"]),
    )
    letter, minister = found(text, *told)
    assert parts(text, letter)[0] == "the mothers"
    assert parts(text, minister) == ("Your minister", "told", "that the sluice was shut")
    assert minister.inside == 0


def test_paragraphs_in_marks_of_their_own_are_one_statement_below_their_introduction() -> None:
    text = (
        "The statement of the Ferrymen's Union in full:\n\n“We shall not sail before June.”\n\n"
        "“The harbour office has known of it since May.”\n\nThe harbour office was shut."
    )
    (a,) = found(text)
    assert parts(text, a)[2] == text[text.index("“We") : text.rindex("”") + 1]


def test_two_sentences_in_marks_without_a_cue_are_somebodys_and_not_known_whose() -> None:
    quotation = "“I had one shoe and my mother's clock. She walked behind me in the dark.”"
    text = f"Some hundred people stood on the dyke.\n\n{quotation}\n\nBy noon the boats had come from Harn."
    (a,) = found(text)
    assert parts(text, a) == ("", "", quotation)


def test_the_outlet_behind_a_quotation_in_brackets_is_its_source() -> None:
    text = "It was over. “The sluice was shut at noon. Nobody has said why it was.” (Harn Courier report) It rained."
    (a,) = found(text)
    assert parts(text, a)[0] == "Harn Courier"


@pytest.mark.parametrize(
    "text",
    [
        "Her novel, “Who Sleeps In Lidva? Who Wakes In Harn? A Life On The Dyke”, is out. It is her second.",
        "The “so called. new. order.” was mocked. It lasted for a week, and then they came back.",
        "It was “a shut gate and a lost key, as ever in May”, and nobody came. Then it rained for nine days.",
        "“The gate is shut. Nobody has the key, and it will stay shut until the water is gone from here.”",
        'The gate is shut. "Nobody has the key. It has rained since Monday, and they wait for the boats.',
    ],
)
def test_titles_words_set_apart_and_a_text_all_in_marks_are_nobodys_words(text: str) -> None:
    assert found(text) == ()


def test_what_somebody_is_quoted_with_is_not_given_a_second_time() -> None:
    words = "“The gate is shut and nobody has the key. It will stay shut until June, and we shall wait.”"
    text = f"{words}, Marn said.\n\nIt rained.\n\n“The gate is shut and nobody has the key. It will stay shut until June.”"
    (a,) = found(text, Told("Marn", "said", [words]))
    assert parts(text, a)[0] == "Marn"


def test_a_caption_gives_nothing_in_full() -> None:
    text = "“The gate is shut and nobody has the key. It will stay shut until June.” So it stood on the wall for years."
    assert find(text, [Span(0, len(text))], (), tagger(text), [Passage(Voice.CAPTION, 0, len(text))])[0] == ()


def test_a_letter_without_marks_from_its_salutation_to_its_sign_off() -> None:
    letter = (
        "To the members of the Assembly,\n\nThe locks have been shut for nine days now. "
        "We have lost our wages and our patience.\n\nWe shall not wait for ever."
    )
    text = f"The bargemen of Osmer sent this letter on Monday:\n\n{letter}\n\nYours sincerely,\nIlona Varesh\n\nNobody answered."
    (a,) = found(text)
    assert parts(text, a) == ("Ilona Varesh", "letter", letter)


def test_a_letter_without_an_introduction_or_a_sign_off_is_not_made_out() -> None:
    letter = (
        "Dear members of the Assembly,\n\nThe locks have been shut for nine days now. We have lost our wages."
    )
    assert found(f"{letter}\n\nYours sincerely,\nIlona Varesh") == ()
    assert found(f"The text of the letter of the bargemen:\n\n{letter}\n\nNobody answered.") == ()


SPEECH = (
    "Good evening. I have just spoken to the mayor. She told me that nine people are dead.\n\n"
    "To the families I say: we will not forget. Our thoughts are with you tonight. My father used to tell us: "
    "“Fear is a door.”\n\nThank you, and good night."
)


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Full text: President Alda Marn’s address on the attack\n", "President Alda Marn"),
        ("Full text of the speech by Alda Marn on the attack\n", "Alda Marn"),
        ("Alda Marn’s address on the attack\n", None),
        ("Full text of the report by Alda Marn\n", None),
    ],
)
def test_a_speech_in_full_is_its_speaker_s(headline: str, source: str | None) -> None:
    text = headline + SPEECH
    outer = [f for f in found(text, headline=len(headline) - 1) if f.inside is None]
    assert [parts(text, f)[0] for f in outer if len(parts(text, f)[2]) > 100] == ([source] if source else [])


def test_a_report_about_a_speech_is_not_its_speaker_s() -> None:
    headline = "Full text of the speech by Alda Marn on the attack\n"
    text = headline + SPEECH.replace(
        "To the families", "My colleagues and I were there when Marn spoke. To the families"
    )
    assert not [f for f in found(text, headline=len(headline) - 1) if len(parts(text, f)[2]) > 100]


@pytest.mark.parametrize(
    ("lead", "source", "cue"),
    [
        ("Then came a call from Zhian Marn:", "Zhian Marn", "call"),
        ("In an email from the school’s head teacher:", "the school’s head teacher", "email"),
    ],
)
def test_a_message_is_whose_it_is_from_be_it_a_line(lead: str, source: str, cue: str) -> None:
    text = f"It was late.\n\n{lead}\n\n“Hey, it is cool if you stay away”\n\nThat was all."
    (f,) = found(text)
    assert parts(text, f) == (source, cue, "“Hey, it is cool if you stay away”")


def test_a_line_that_nobody_sent_is_nobody_s() -> None:
    assert (
        found("It was late.\n\nThe sign on the gate:\n\n“Nobody may pass before six”\n\nThat was all.") == ()
    )


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("It was noon. Kerr read from a prepared text.", "Kerr"),
        ("His deputy, Ana Lind, was unrepentant:", "Ana Lind"),
        ("He took the stand on Monday.", "He"),
        ("The hall was full on Monday.", ""),
        ("Kerr spoke. The hall was full.", ""),
        ("Kerr read the letter aloud.", ""),
        ("Kerr spoke of his father’s last words.", ""),
    ],
)
def test_what_is_quoted_below_a_sentence_of_somebody_who_begins_to_speak_is_theirs(
    lead: str, source: str
) -> None:
    text = f"It was late.\n\n{lead}\n\n“We checked it again in March. Nobody found a crack in it then.”\n\nThat was all."
    (f,) = found(text)
    assert parts(text, f)[0].endswith(source) and bool(parts(text, f)[0]) is bool(source)
