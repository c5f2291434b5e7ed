"""Which time tells when something was said, from which day a time is seen, and when a sentence's events happen."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.circumstances.timing import Timing, timing
from rashomon.records import AttributionKind, Sentence, Span

WEDNESDAY = "2025-04-16"


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(
    text: str,
    source: str,
    cue: str,
    content: str,
    kind: AttributionKind = AttributionKind.DIRECT,
    inside: int | None = None,
) -> Found:
    def part(words: str) -> tuple[Span, ...]:
        return (span(text, words),) if words else ()

    return Found(part(source), part(cue), part(content), kind, Certainty(1, 1, 1), inside)


def read(text: str, *found: Found, published: str | None = WEDNESDAY) -> Timing:
    return timing(text, [Span(0, len(text))], found, published)


def test_the_day_of_saying_stands_beside_the_cue_and_not_in_the_content() -> None:
    text = "“We leave on Friday,” Sall said in a letter on April 11."
    times = read(text, said(text, "Sall", "said", "“We leave on Friday,”"))
    assert times.said_on == ("2025-04-11",)
    assert text[times.dates[1].start : times.dates[1].end] == "April 11"


def test_a_time_at_the_beginning_goes_for_the_whole_sentence() -> None:
    text = "Meanwhile, on Monday, the Guild claimed that it held, with Sall writing that all was well."
    times = read(
        text,
        said(text, "the Guild", "claimed", "that it held", AttributionKind.INDIRECT),
        said(text, "Sall", "writing", "that all was well", AttributionKind.INDIRECT),
    )
    assert times.said_on == ("2025-04-14", "2025-04-14")


def test_the_day_on_which_somebody_was_asked_is_that_of_the_answer() -> None:
    text = "Asked on Monday why it was shut, Sall said that it fell."
    assert read(text, said(text, "Sall", "said", "that it fell")).said_on == ("2025-04-14",)


def test_a_time_of_another_clause_or_of_a_thing_is_none_of_saying() -> None:
    for text in (
        "Sall, who was arrested on Monday, said that it fell.",
        "Sall said at Monday’s meeting that it fell.",
        "Sall has said since Monday that it fell.",
        "Sall was freed on Monday and said that it fell.",
        "In a warning that echoed one last year, Sall said that it fell.",
        "Echoing his remarks of last year, Sall said that it fell.",
        "Born in a mill in 1940, Sall said that it fell.",
        "Freed on Monday, Sall said that it fell.",
    ):
        times = read(text, said(text, "Sall", "said", "that it fell", AttributionKind.INDIRECT))
        assert times.said_on == (None,), text


def test_a_time_tells_of_the_saying_where_what_it_stood_in_came_out_then() -> None:
    for text in (
        "In a letter that was published on Monday, Sall said that it fell.",
        "On the evening of April 14, Sall said that it fell.",
        "In a statement of April 14, Sall said that it fell.",
    ):
        times = read(text, said(text, "Sall", "said", "that it fell", AttributionKind.INDIRECT))
        assert times.said_on == ("2025-04-14",), text


def test_inside_a_quotation_times_are_seen_from_the_day_it_was_said() -> None:
    text = "“They come tomorrow,” Sall wrote on April 11."
    times = read(text, said(text, "Sall", "wrote", "“They come tomorrow,”"))
    assert times.dates[0].earliest == "2025-04-12"
    assert "the day it was said" in times.dates[0].why
    text = "“They come tomorrow,” Sall wrote."
    assert read(text, said(text, "Sall", "wrote", "“They come tomorrow,”")).dates[0].earliest == "2025-04-17"


def test_what_is_said_inside_has_its_day_inside() -> None:
    text = "On Tuesday Morlin said: “An officer told me on Sunday that he was free.”"
    times = read(
        text,
        said(text, "Morlin", "said", "“An officer told me on Sunday that he was free.”"),
        said(text, "An officer", "told me", "that he was free", AttributionKind.INDIRECT, 0),
    )
    assert times.said_on == ("2025-04-15", "2025-04-13")


def test_a_day_of_an_unknown_year_is_given_as_far_as_it_is_known() -> None:
    text = "“We leave,” Sall said on August 16."
    times = read(text, said(text, "Sall", "said", "“We leave,”"), published=None)
    assert times.said_on == ("XXXX-08-16",)
    assert times.dates[0].earliest is None


def test_when_a_sentence_happens() -> None:
    text = "Sall said on Monday that the lock fell on Friday. It had held since March. In 2024, on May 2, it was new."
    content = "that the lock fell on Friday"
    times = read(text, said(text, "Sall", "said", content, AttributionKind.INDIRECT))
    inner = span(text, content)
    assert times.happened(Sentence(inner.start, inner.end, 0)) == 1
    assert times.happened(Sentence(0, inner.start)) is None
    since, last = text.index("It had"), text.index("In 2024")
    assert times.happened(Sentence(since, last)) is None
    happened = times.happened(Sentence(last, len(text)))
    assert happened is not None
    assert text[times.dates[happened].start : times.dates[happened].end] == "May 2"


def test_the_day_of_a_dateline_is_none_of_saying_or_happening() -> None:
    text = "HARN, Torvena, April 13 (MPA) - Gendarmes stormed a sluice at dawn on Monday, the clinic said."
    content = "Gendarmes stormed a sluice at dawn on Monday"
    times = read(text, said(text, "the clinic", "said", content, AttributionKind.INDIRECT))
    assert times.said_on == (None,)
    happened = times.happened(Sentence(0, len(text)))
    assert happened is not None and text[times.dates[happened].start :].startswith("Monday")
    text = "NATO said on Monday - in Brennick - that it fell."
    assert read(text, said(text, "NATO", "said", "that it fell")).said_on == ("2025-04-14",)


def test_the_day_of_a_bulletin_that_is_the_source() -> None:
    text = "The union’s bulletin of April 13 says that it fell. The head of the 13 April Club claims that it stood."
    times = read(
        text,
        said(text, "The union’s bulletin of April 13", "says", "that it fell", AttributionKind.INDIRECT),
        said(text, "The head of the 13 April Club", "claims", "that it stood", AttributionKind.INDIRECT),
    )
    assert times.said_on == ("2025-04-13", None)


def test_what_was_said_was_said_by_the_day_of_the_report() -> None:
    monday = "2025-04-14"
    for words, cue, on in (
        ("this weekend", "told", "2025-04-12/2025-04-13"),
        ("over the weekend", "told", "2025-04-12/2025-04-13"),
        ("this week", "told", "2025-04-14"),
        ("this month", "told", "2025-04-01/2025-04-14"),
        ("on April 13", "told", "2025-04-13"),
        ("tomorrow", "told", None),
        ("this weekend", "will tell", "2025-04-19/2025-04-20"),
    ):
        text = f"The mayor {cue} the fishermen {words} that the lock was safe."
        found = said(text, "The mayor", cue, "that the lock was safe", AttributionKind.INDIRECT)
        assert read(text, found, published=monday).said_on == (on,), text


def test_a_weekday_of_saying_is_none_to_come_unless_it_is_announced() -> None:
    text = "On Friday the lock will open, Sall told the fishermen in a speech on Thursday."
    content = "On Friday the lock will open"
    times = read(text, said(text, "Sall", "told", content, AttributionKind.INDIRECT))
    assert times.said_on == ("2025-04-10",)
    assert times.dates[0].earliest == "2025-04-18"
    text = "Sall will tell the council on Thursday that it is safe."
    announced = said(text, "Sall", "will tell", "that it is safe", AttributionKind.INDIRECT)
    assert read(text, announced).said_on == ("2025-04-17",)


def test_days_are_counted_from_the_dateline_where_it_is_near_the_reports_date() -> None:
    text = "HARN, Torvena, April 17 (MPA) - The lock is safe, Sall said on Thursday."
    found = said(text, "Sall", "said", "The lock is safe", AttributionKind.INDIRECT)
    assert read(text, found).said_on == ("2025-04-17",)  # the report's date is Wednesday
    assert read(text, found, published="2025-06-20").said_on == ("2025-06-19",)


def test_what_nobody_says_has_no_day_of_saying() -> None:
    for cue, day in (("Fears of", None), ("Talk of", "2025-04-14")):
        text = f"{cue} a flood rose on Monday."
        assert read(text, said(text, "", cue, "a flood", AttributionKind.INDIRECT)).said_on == (day,)


def test_a_time_in_a_clause_of_its_own_is_that_of_what_it_tells() -> None:
    for text, when in (
        ("Kerr was stopped, and news of the raid that left twelve dead on Monday was found.", None),
        ("Kerr was stopped with his boat on Monday.", 0),
    ):
        assert read(text).happened(Sentence(0, len(text))) == when


def test_that_night_is_the_night_told_before_and_not_the_day_on_which_it_was_said() -> None:
    text = "A raid hit the mill on Sunday night, the Guild said on Monday. Sall said that no boat had sailed that night."
    times = read(
        text,
        said(text, "the Guild", "said", "A raid hit the mill on Sunday night", AttributionKind.INDIRECT),
        said(text, "Sall", "said", "that no boat had sailed that night", AttributionKind.INDIRECT),
    )
    assert times.dates[-1].earliest == "2025-04-13"


def test_who_says_it_now_did_not_say_it_in_another_decade() -> None:
    text = "More than a month after a keeper accused him of a theft in the 1990s, Sall {} that it never happened."
    for cue, day in (("says", None), ("wrote", "199X")):
        found = said(text.format(cue), "Sall", cue, "that it never happened", AttributionKind.INDIRECT)
        told_on = read(text.format(cue), found).said_on
        assert (told_on == (None,)) is (day is None)


def test_the_day_of_a_correction_is_not_the_day_of_what_it_corrects() -> None:
    for source, day in (("This article", None), ("The council", "2025-04-14")):
        text = f"Correction, Monday: {source} said that the mill burned down."
        found = said(text, source, "said", "that the mill burned down", AttributionKind.INDIRECT)
        assert read(text, found).said_on == (day,)


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned on Monday, just days after Sall said that it fell.",
        "Last week, nine mills burned while Sall said that it fell.",
        "The mill passed two rules on Monday that Sall said fell.",
        "Orr hurt his knee last Monday and the coach Sall said that it fell.",
        "After a search ordered by Orr last month, Sall said that it fell.",
        "The fire came a day after Sall said that it fell.",
        "Sall, who said that it fell, could not be reached on Monday.",
        "Sall said that it fell on the eve of the vote.",
        "Published: April 11, 2025 Sall said that it fell.",
        "The mill, of which Sall said that it fell, burned on Monday.",
    ],
)
def test_a_time_of_another_clause_or_above_the_text_is_none_of_saying(text: str) -> None:
    content = "fell" if "that it" not in text else "that it fell"
    assert read(text, said(text, "Sall", "said", content, AttributionKind.INDIRECT)).said == (None,)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, Sall said that it fell.",
        "Orr left, and Sall said on Monday that it fell.",
        "On Friday, April 11, 2025, Sall said that it fell.",
        "Asked by reporters on Monday, Sall said that it fell.",
        "In a 2024 Harbour Mail article Sall said that it fell.",
    ],
)
def test_a_time_of_the_saying_is_kept(text: str) -> None:
    assert read(text, said(text, "Sall", "said", "that it fell", AttributionKind.INDIRECT)).said != (None,)


def test_a_time_between_a_source_and_its_cue_is_that_sources() -> None:
    text = "Under a rule that Sall says fell, the Guild on Monday announced a new one."
    times = read(
        text,
        said(text, "Sall", "says", "fell", AttributionKind.INDIRECT),
        said(text, "the Guild", "announced", "a new one", AttributionKind.INDIRECT),
    )
    assert times.said_on == (None, "2025-04-14")


def test_a_time_right_behind_ones_cue_is_no_others() -> None:
    text = "The mill fell, the Guild said on Monday, far less than the fall expected by Sall."
    times = read(
        text,
        said(text, "the Guild", "said", "The mill fell", AttributionKind.INDIRECT),
        said(text, "Sall", "expected", "the fall", AttributionKind.INDIRECT),
    )
    assert times.said_on == ("2025-04-14", None)


def test_an_aside_has_no_day() -> None:
    text = "They met in 2024 in Harn, where the plan was allegedly made."
    assert read(text, said(text, "", "allegedly", "the plan")).said == (None,)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orr planned the 2024 games, Sall hoping for more.", "Sall", "hoping for", "more"),
        ("Vote 2024: Sall said that it fell.", "Sall", "said", "that it fell"),
        ("Sall told the mill’s “This Week” that it fell.", "Sall", "told", "that it fell"),
        ("Sall said it sold ten mills, an increase from several months ago.", "Sall", "said", "it sold ten mills"),
        ("Orr, fired on April 8, claims that it fell.", "Orr", "claims", "that it fell"),
        ("A report on Harn, obtained by the Mail on Friday, said that it fell.", "A report on Harn", "said", "that it fell"),
        ("Orr, the head until he was suspended on Monday, said that it fell.", "Orr, the head", "said", "that it fell"),
        ("Though Sall said that it fell, he sold the mill on Monday.", "Sall", "said", "that it fell"),
        ("Sall became known for her mill, destroyed by fire in 2005.", "Sall", "became known for", "her mill"),
        ("In 2022 a fire stopped the mill; a court later found that it fell.", "a court", "later found", "that it fell"),
        ("The Guild on Monday fired Orr, who had told them that it fell.", "who", "had told", "that it fell"),
        ("The Guild sends a letter, which says that it fell, on Monday night.", "which", "says", "that it fell"),
        ("It went on till late on Monday in what Sall called a fall.", "Sall", "called", "what"),
        ("Sall flew home on Monday after drawing a line between them.", "Sall", "drawing", "a line between them"),
        ("Orr was suspended on Monday for saying that it fell.", "Orr", "saying", "that it fell"),
        ("The Guild on Monday fired Orr, who said that it fell.", "who", "said", "that it fell"),
        ("On Monday they met Orr, who had told them that it fell.", "who", "had told", "that it fell"),
        ("On Monday the Guild fired Orr after it met Sall, who said that it fell.", "who", "said", "that it fell"),
        ("Orr talked on Monday about Sall saying that it fell.", "Sall", "saying", "that it fell"),
        ("Sall’s proposal to sell the mill after it opens on Monday.", "Sall’s", "proposal", "to sell the mill"),
        ("Orr was suspended on Monday amid allegations of a theft.", "", "allegations of", "a theft"),
        ("Hiring fell on Monday, signaling that it fell.", "", "signaling", "that it fell"),
        ("Dec. 24 4:33 AM EST Sall thought that it fell.", "Sall", "thought", "that it fell"),
        ("Sall told “HBS This Morning” that it fell.", "Sall", "told", "that it fell"),
        ("The new rules, to be announced Monday, fell, Sall said.", "Sall", "said", "The new rules"),
        ("Sall plans to vote Monday on the mill.", "Sall", "plans to vote Monday on", "the mill"),
        ("A vigil is planned for Monday evening.", "", "is planned", "A vigil"),
        ("Following the shooting of Orr on Saturday, Sall said that it fell.", "Sall", "said", "that it fell"),
        ("Sall said it had ten mills, up from 41 mills Monday.", "Sall", "said", "it had ten mills"),
        ("Sall lashed out at Orr after the club began to check her mill on Monday.", "Sall", "lashed out at", "Orr"),
        ("published: 2024-04-04 11:47:35 During the tour Sall noted that it fell.", "Sall", "noted", "that it fell"),
    ],
)  # fmt: skip
def test_a_time_of_a_thing_a_name_or_another_clause_is_none_of_saying(
    text: str, source: str, cue: str, content: str
) -> None:
    assert read(text, said(text, source, cue, content, AttributionKind.INDIRECT)).said == (None,)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("In the 2024 report Sall said that it fell.", "Sall", "said", "that it fell"),
        ("Sall, who on Monday said that it fell.", "who", "said", "that it fell"),
        ("The hearing went on on Monday with Sall saying that it fell.", "Sall", "saying", "that it fell"),
        ("Sall, reached by phone on Monday, said that it fell.", "Sall", "said", "that it fell"),
        ("A report, published on Monday, said that it fell.", "A report", "said", "that it fell"),
        ("On Monday a court later found that it fell.", "a court", "later found", "that it fell"),
        ("On Monday Sall, who later left, said that it fell.", "Sall, who later left,", "said", "that it fell"),
        ("A speech, delivered on Monday, warned that it fell.", "A speech", "warned", "that it fell"),
        ("The fishers demand that it be sold, in a letter sent on Monday.", "The fishers", "demand", "that it be sold"),
        ("“Last week we knew that it fell,” Sall said on Monday.", "Sall", "said", "“Last week we knew that it fell,”"),
        ("On Monday Sall denounced what Orr calls a fall.", "Sall", "denounced", "what Orr calls a fall"),
        ("On Monday they heard from Sall, who said that it fell.", "who", "said", "that it fell"),
        ("The Guild on Monday spoke to the miller Orr, who said that it fell.", "who", "said", "that it fell"),
        ("Sall’s proposal on Monday to sell the mill fell.", "Sall’s", "proposal", "to sell the mill"),
    ],
)  # fmt: skip
def test_a_time_of_what_holds_the_words_is_that_of_saying(
    text: str, source: str, cue: str, content: str
) -> None:
    assert read(text, said(text, source, cue, content, AttributionKind.INDIRECT)).said != (None,)


def test_a_time_in_anothers_cue_is_that_others() -> None:
    text = "Sall will not confirm that it fell, the Harbour Mail said Friday."
    times = read(
        text,
        said(text, "Sall", "will not confirm", "that it fell", AttributionKind.INDIRECT),
        said(text, "the Harbour Mail", "said Friday", "Sall will not confirm that it fell", AttributionKind.INDIRECT),
    )  # fmt: skip
    assert times.said == (None, 0)


def test_a_holiday_that_moves_has_no_day_without_its_year() -> None:
    for text, day in (
        ("On Thanksgiving Sall said so.", None),
        ("On Christmas Day Sall said so.", "XXXX-12-25"),
    ):
        assert read(text, said(text, "Sall", "said", "so"), published=None).said_on == (day,)


@pytest.mark.parametrize(
    ("cue", "content", "text"),
    [
        ("published", "a letter", "Sall’s office published a letter dated 3 May 2024 that asks for sand."),
        (
            "showed",
            "that sand was asked for",
            "Sall’s office showed by a letter dated 3 May 2024 that sand was asked for.",
        ),
    ],
)
def test_the_date_of_a_letter_that_is_shown_is_not_the_day_of_showing_it(
    cue: str, content: str, text: str
) -> None:
    assert read(text, said(text, "Sall’s office", cue, content)).said_on == (None,)


def test_the_date_of_a_letter_in_which_it_is_said_is() -> None:
    text = "Sall said in a letter dated 3 May 2024 that sand was short."
    assert read(text, said(text, "Sall", "said", "that sand was short")).said_on == ("2024-05-03",)


def test_who_says_now_what_a_day_did_before_does_not_say_it_on_that_day() -> None:
    text = "On Monday the dyke lost its crown, and both of you say that it was the other."
    assert read(text, said(text, "both of you", "say", "that it was the other")).said_on == (None,)
    text = "On Monday the dyke lost its crown, and both said that it was the other."
    assert read(text, said(text, "both", "said", "that it was the other")).said_on == ("2025-04-14",)
    text = "On Monday Sall says that it was the other."
    assert read(text, said(text, "Sall", "says", "that it was the other")).said_on == ("2025-04-14",)


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("The Front\nOrsk, 5 May 2031\n", "2031-05-05"),
        ("5 May 2031", "2031-05-05"),
        ("The mill fell on 5 May 2031.\n", None),
        ("Ann Lee, born 5 May 2001", None),
    ],
)
def test_the_day_of_a_signature_is_that_of_saying(below: str, day: str | None) -> None:
    text = f"Statement of the Council\n\nWe hold the bridge. We do so since 1 May.\n\n{below}"
    found = said(text, "the Council", "", "We hold the bridge. We do so since 1 May.")
    assert read(text, found, published=None).said_on == (day,)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "The Board released a statement dated 3 May 2031 saying it fell.",
            "The Board",
            "released a statement dated 3 May 2031 saying",
        ),
        (
            "A letter from the Board dated 3 May 2031 said it fell.",
            "A letter from the Board dated 3 May 2031",
            "said",
        ),
        ("A statement by the Board, dated 3 May 2031, said it fell.", "A statement by the Board", "said"),
    ],
)
def test_the_date_of_a_statement_of_one_s_own_is_that_of_saying(text: str, source: str, cue: str) -> None:
    assert read(text, said(text, source, cue, "it fell"), published="2031-05-10").said_on == ("2031-05-03",)


def test_the_date_of_what_another_wrote_is_not() -> None:
    text = "The Board released a letter dated 3 May 2031 saying it fell."
    found = said(text, "The Board", "released a letter dated 3 May 2031 saying", "it fell")
    assert read(text, found, published="2031-05-10").said_on == (None,)
