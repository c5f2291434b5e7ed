"""What the tagger gets wrong although the words beside tell."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.mended.sources import with_subject
from rashomon.reading.attributions.nesting import find
from rashomon.reading.attributions.stance import Stance, stood
from rashomon.records import AttributionKind, Span
from tests.reading.stub import Told, tagger


def read(text: str, told: Told) -> Found:
    (one,) = find(text, [Span(0, len(text))], (), tagger(text, told))[0]
    return one


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def test_who_is_quoted_as_saying_something_says_it() -> None:
    text = "Ilona Marn was quoted as saying that the gate was shut."
    a = read(text, Told("", "was quoted as", ["Ilona Marn", "saying that the gate was shut"]))
    assert [words(text, part) for part in (a.source, a.cue, a.content)] == [
        ["Ilona Marn"],
        ["was quoted as saying"],
        ["that the gate was shut"],
    ]


@pytest.mark.parametrize(
    ("text", "narration", "quotation"),
    [
        ("“Come in,” Marn said, and soon the gate fell shut.", "and soon the gate fell shut", "“Come in,”"),
        ("“Come in,” Marn said, as the gate fell shut.", ", as the gate fell shut", "“Come in,”"),
        ("Asked about the gate, Marn said: “It fell.”", "Asked about the gate", "“It fell.”"),
        ("Not looking up, Marn said, in a low voice: “It fell.”", "Not looking up", "“It fell.”"),
        ("Fighting back tears, Marn said: “It fell.”", "Fighting back tears", "“It fell.”"),
        ("Looking towards the gate, Marn said: “It fell.”", "Looking towards the gate", "“It fell.”"),
        ("It rained. Counting his cash, Marn said, “It fell.”", "Counting his cash", "“It fell.”"),
    ],
)
def test_what_a_report_tells_around_a_quotation_is_not_quoted(
    text: str, narration: str, quotation: str
) -> None:
    assert words(text, read(text, Told("Marn", "said", [narration, quotation])).content) == [quotation]


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("That, said Marn’s office, was a lie.", "Marn", "said", "Marn’s office"),
        ("Marn’s press office said that was a lie.", "Marn", "said", "Marn’s press office"),
        ("Marn’s warning was that all was a lie.", "Marn", "warning was", "Marn"),
    ],
)
def test_whoever_owns_the_speaker_does_not_speak(text: str, source: str, cue: str, whole: str) -> None:
    assert words(text, read(text, Told(source, cue, ["was a lie"])).source) == [whole]


def test_what_a_colon_leads_to_does_not_stand_in_the_paragraph_before() -> None:
    text = "“I saw them go.\n\nKoll’s statement reads:\n\nWe thank the people of Marlow."
    a = read(text, Told("Koll’s statement", "reads", ["“I saw them go.", "We thank the people of Marlow."]))
    assert words(text, a.content) == ["We thank the people of Marlow."]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“The gate,” Marn said, and “the key” are gone.", ["“The gate,”", "and “the key” are gone"]),
        ("“The gate,” Marn said, was gone for good.", ["“The gate,”", "was gone for good"]),
        ("When the gate fell, Marn said, “we ran.”", ["When the gate fell", "“we ran.”"]),
    ],
)
def test_what_goes_on_with_a_quotation_stays(text: str, pieces: list[str]) -> None:
    assert words(text, read(text, Told("Marn", "said", pieces)).content) == pieces


@pytest.mark.parametrize(
    ("text", "cue", "content", "subject"),
    [
        ("The gate, she claimed, was shut.", "claimed", "was shut", ["she"]),
        ("A smith who hopes to mend it came.", "hopes", "to mend it", ["who"]),
        ("It is a thing the older gatekeepers said was lost.", "said", "was lost", ["the older gatekeepers"]),
        ("It is a thing Ilona Marn said was lost.", "said", "was lost", ["Ilona Marn"]),
        ("She was said to be ill.", "was said", "to be ill", []),
        ("It seems that she seemed to be ill.", "seemed", "to be ill", []),
        ("She allegedly broke the gate.", "allegedly", "broke the gate", []),
        ("Following reports that it fell, they came.", "reports", "that it fell", []),
        ("Marn came, saying that it fell.", "saying", "that it fell", []),
        ("Of the ministry she knew that it claimed to be ill.", "claimed", "to be ill", ["it"]),
        ("Marn recalls her promise to mend it.", "promise", "to mend it", ["her"]),
        ("Marn denies its repeated claims that it fell.", "repeated claims", "that it fell", ["its"]),
        ("Marn denies its alleged faults.", "alleged", "faults", []),
        ("In the centre of reports that it fell stands Marn.", "reports", "that it fell", []),
    ],
)
def test_the_subject_right_before_a_cue_that_somebody_does_is_its_source(
    text: str, cue: str, content: str, subject: list[str]
) -> None:
    assert words(text, read(text, Told("", cue, [content])).source) == subject


@pytest.mark.parametrize(
    ("text", "told", "source", "cue"),
    [
        (
            "Dan Marn at the Osmer Post said that it fell.",
            Told("Dan Marn at", "said", ["that it fell"]),
            ["Dan Marn at the Osmer Post"],
            ["said"],
        ),
        (
            "Marn in a letter said that it fell.",
            Told("Marn in", "said", ["that it fell"]),
            ["Marn"],
            ["said"],
        ),
        (
            "Marn said at the time that it fell.",
            Told("Marn", "said at the", ["that it fell"]),
            ["Marn"],
            ["said"],
        ),
        ("The report that it fell came.", Told("The", "report", ["that it fell"]), [], ["report"]),
    ],
)
def test_no_source_and_no_cue_ends_in_mid_phrase(
    text: str, told: Told, source: list[str], cue: list[str]
) -> None:
    a = read(text, told)
    assert (words(text, a.source), words(text, a.cue)) == (source, cue)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("that it was negotiating with", "that it was negotiating with the Delta Assembly"),
        ("that it was", "that it was negotiating with the Delta Assembly"),
        ("that it was negotiating", "that it was negotiating"),
    ],
)
def test_a_content_does_not_end_in_mid_phrase(cut: str, whole: str) -> None:
    text = "Marn said that it was negotiating with the Delta Assembly, and left."
    assert words(text, read(text, Told("Marn", "said", [cut])).content) == [whole]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        ("It was told by the Lidva Post that it fell.", "the", "told", "that it fell", ["the Lidva Post"]),
        ("Marn is asked whether it fell.", "Marn", "is asked", "whether it fell", []),
        ("Two guards were also told that it fell.", "Two guards", "were also told", "that it fell", []),
        ("On Monday Mr. Marn denied that it fell.", "Mr", "denied", "that it fell", ["Mr. Marn"]),
        (
            "Republican voters could have seen that it fell.",
            "Republican",
            "could have seen",
            "that it fell",
            ["Republican voters"],
        ),
        ("Based on local tips that it fell they came.", "local", "tips", "that it fell", []),
        ("There were several reports that it fell.", "several", "reports", "that it fell", []),
        ("There were several who said that it fell.", "several", "said", "that it fell", ["several"]),
        ("On Monday Marn always says that it fell.", "Marn", "says", "that it fell", ["Marn"]),
    ],
)
def test_a_source_of_an_article_an_adjective_or_a_title_alone(
    text: str, source: str, cue: str, content: str, whole: list[str]
) -> None:
    assert words(text, read(text, Told(source, cue, [content])).source) == whole


@pytest.mark.parametrize(
    ("before", "content"),
    [
        ("Kerr asked Morlin, ", ["“It was,”"]),
        # What nobody else is told to ask is her own.
        ("Morlin went on. ", ["“Was it shut?” “It was,”"]),
    ],
)
def test_an_answer_is_told_without_the_question(before: str, content: list[str]) -> None:
    text = f"{before}“Was it shut?” “It was,” Morlin said."
    a = read(text, Told("Morlin", "said", ["“Was it shut?” “It was,”"]))
    assert words(text, a.content) == content


def test_who_is_asked_by_others_asks_nothing() -> None:
    text = "But Dunn, asked by two keepers whether the lamp was out, laughed."
    a = read(text, Told("Dunn", "asked", ["whether the lamp was out"]))
    assert words(text, a.source) == ["two keepers"]
    text = "Dunn asked by letter whether the lamp was out."
    a = read(text, Told("Dunn", "asked", ["whether the lamp was out"]))
    assert words(text, a.source) == ["Dunn"]


def test_who_asks_not_to_be_named_is_the_source_and_no_content() -> None:
    who = "A keeper close to the Guild, speaking on condition of anonymity"
    text = f"{who}, said the lamp was out. The master, Bo Reyes, has denied this."
    a = read(text, Told("The master, Bo Reyes,", "said", [who, "the lamp was out"]))
    assert [words(text, part) for part in (a.source, a.content)] == [[who], ["the lamp was out"]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A report by Marn that a barge sank was dismissed by the army on Monday.", "the army"),
        ("A report by Marn that a barge sank was rejected by a vote.", "Marn"),
    ],
)
def test_who_turns_down_what_another_tells_stands_behind_by(text: str, source: str) -> None:
    cue = "was dismissed" if "dismissed" in text else "was rejected"
    assert words(text, read(text, Told("Marn", cue, ["that a barge sank"])).source) == [source]


def test_the_name_behind_a_role_is_not_what_is_said() -> None:
    text = "According to the head of the fleet, Captain Igor Marn, all ships “are lost”."
    said = "Captain Igor Marn, all ships “are lost”"
    a = read(text, Told("the head of the fleet", "According to", [said]))
    assert words(text, a.source) == ["the head of the fleet, Captain Igor Marn"]
    assert words(text, a.content) == ["all ships “are lost”"]
    for text in (
        "According to the minister, Igor Marn, who was sacked, lied to them.",
        "According to the police, Igor Marn, lied to them.",
    ):
        source, said = text.removeprefix("According to ").rstrip(".").split(", ", 1)
        a = read(text, Told(source, "According to", [said]))
        assert words(text, a.content) == [said]


def test_the_day_is_no_part_of_who_says_it() -> None:
    text = "The Ministry of Defence today denied that it fell."
    a = read(text, Told("The Ministry of Defence today", "denied", ["that it fell"]))
    assert words(text, a.source) == ["The Ministry of Defence"]


def test_a_quotation_before_what_somebody_did_not_say() -> None:
    text = "Marn said it had. “Dad told me so.” He did not say when."
    assert (
        find(text, [Span(0, len(text))], (), tagger(text, Told("He", "did not say", ["“Dad told me so.”"])))[
            0
        ]
        == ()
    )
    assert read(text, Told("He", "did not say", ["when"]))


def test_a_source_stands_in_the_sentence_of_its_cue() -> None:
    author, brother = "the report’s author, judge Ellen Marr", "Foss’s brother, Henrik,"
    text = f"“It is a tale,” writes {author}. {brother} told them it was not."
    for cue, said, who in (("writes", "“It is a tale,”", author), ("told", "it was not", brother)):
        told = Told(f"{author}. {brother}", cue, [said])
        sources = [words(text, f.source) for f in find(text, [Span(0, len(text))], (), tagger(text, told))[0]]
        assert [who] in sources and [f"{author}. {brother}"] not in sources
    for who in (
        "Lt. Gen. Jan Marn",
        "Army spokesman Brig. Jan Marn",
        "The head of the fleet in the far north, Brig. Jan Marn,",
    ):
        text = f"{who} told them it was not."
        assert words(text, read(text, Told(who, "told", ["it was not"])).source) == [who]


def test_the_name_right_behind_a_quotation_and_its_verb() -> None:
    text = "“Nobody wants this,” said Ines Prada, a driver. “But who can live?” It rained."
    a = read(text, Told("", "said", ["“Nobody wants this,”", "“But who can live?”"]))
    assert words(text, a.source) == ["Ines Prada"]


def test_half_a_clause_is_no_subject() -> None:
    text = "A cook, who saw the mill and asked not to be named, told us more."
    assert read(text, Told("", "asked", ["not to be named"])).source == ()
    text = "It was late when the old cook asked not to be named."
    assert words(text, read(text, Told("", "asked", ["not to be named"])).source) == ["the old cook"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("At no time was the ministry told that it was shut.", []),
        ("Was the ministry ever told that it was shut?", []),
        ("At no time the ministry told that it was shut.", ["the ministry"]),
    ],
)
def test_who_is_told_something_does_not_tell_it(text: str, source: list[str]) -> None:
    cue = "ever told" if "ever" in text else "told"
    assert words(text, read(text, Told("the ministry", cue, ["that it was shut"])).source) == source


@pytest.mark.parametrize(
    ("shown", "who"),
    [
        ("posted a note from his doctor", "his doctor"),
        ("wrote a note", "Marn"),
        ("posted a note from the roof", "Marn"),
    ],
)
def test_who_shows_what_another_wrote_does_not_say_it(shown: str, who: str) -> None:
    text = f"Marn {shown}: “He is well. He needs rest.”"
    cue = " ".join(shown.split()[:4])
    assert words(text, read(text, Told("Marn", cue, ["“He is well. He needs rest.”"])).source) == [who]


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("Losing the mill would be a pity", ", Marn said, “We all loved it.”"),
        ("Walking away costs his party votes", ", Marn said, “And ours.”"),
        ("Raising taxes hurts the poor", ", Marn said: “They cannot pay.”"),
        ("Closing mills hurts children", ", Marn said: “They go hungry.”"),
        ("Knowing the danger, we stayed", ", Marn said. “We had to.”"),
        ("After burning it they fled", ", Marn said: “All of them.”"),
        ("Standing still is no choice", ", Marn said. “We go on.”"),
        ("Standing still takes courage", ", Marn said: “I have seen it.”"),
    ],
)
def test_a_clause_with_a_verb_before_who_speaks_is_said(said: str, quoted: str) -> None:
    pieces = [said, quoted[quoted.index("“") :]]
    text = said + quoted
    assert words(text, read(text, Told("Marn", "said", pieces)).content) == pieces


def test_a_subject_before_a_quotation_that_goes_on_with_its_verb_is_said() -> None:
    text = "Counting cash, Marn said, “is all that he does.”"
    pieces = ["Counting cash", "“is all that he does.”"]
    assert words(text, read(text, Told("Marn", "said", pieces)).content) == pieces


@pytest.mark.parametrize(
    ("text", "source", "content", "who", "quoted"),
    [
        (
            "Isar left. Then said Hezek to Isar, “It is good.”",
            "Isar",
            "Hezek to Isar, “It is good.”",
            "Hezek",
            "“It is good.”",
        ),
        ("Then said Anna Kerr, “It is good.”", "Then", "“It is good.”", "Anna Kerr", "“It is good.”"),
        (
            "Isar said Hezek, “the Good,” was late.",
            "Isar",
            "Hezek, “the Good,” was late",
            "Isar",
            "Hezek, “the Good,” was late",
        ),
    ],
)
def test_who_stands_behind_a_verb_that_begins_the_sentence_says_it(
    text: str, source: str, content: str, who: str, quoted: str
) -> None:
    a = read(text, Told(source, "said", [content]))
    assert (words(text, a.source), words(text, a.content)) == ([who], [quoted])


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        ("Marn shouted: “Liar!” He was led away.", "“Liar!” He was led away.", "“Liar!”"),
        ("Marn said: “Liar” is no word.", "“Liar” is no word.", "“Liar” is no word."),
        ("Marn said: “Liar!” “Go!”", "“Liar!” “Go!”", "“Liar!” “Go!”"),
    ],
)
def test_what_is_quoted_behind_a_colon_ends_with_its_marks(text: str, content: str, kept: str) -> None:
    cue = text.split()[1]
    assert words(text, read(text, Told("Marn", cue, [content])).content) == [kept]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Kerr said no inspectors had asked for the keys.", "had asked", ["no inspectors"]),
        (
            "Kerr said that none of the old crew had complained of it.",
            "had complained",
            ["none of the old crew"],
        ),
        ("Kerr said there is no gate, and had asked for one.", "had asked", []),
        ("The court found no note to support claims of theft.", "claims of", []),
    ],
)
def test_nobody_is_who_did_not_say_it(text: str, cue: str, source: list[str]) -> None:
    at = text.index(cue)
    content = Span(at + len(cue) + 1, len(text) - 1)
    seen = Found((), (Span(at, at + len(cue)),), (content,), AttributionKind.INDIRECT, Certainty(1, 1, 1), 0)
    told = with_subject(text, seen)
    assert [text[s.start : s.end] for s in told.source] == source
    if source:
        assert stood(text, told.cue, told.content, told.source).stance is Stance.NOT_SAID
