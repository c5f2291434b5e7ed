"""The blocks of pages whose markup is odd, misleading or hostile."""

from __future__ import annotations

import pytest

from rashomon.records import Voice
from rashomon.reports.decode import UnreadableError
from rashomon.reports.page import read_page

PROSE = [
    "The old mill at Oltra burned to the ground on Monday night, the fire service of the valley said in a statement.",
    "“We had no water at all,” said Mayor Tomas Lee, who had asked the council for new pumps in the spring.",
    "The council denies that it was asked, and its clerk says that no letter about the pumps had ever reached it.",
]


def body(markup: str, title: str | None = None) -> list[str]:
    return [text for voice, text in read_page(markup, title) if voice == Voice.BODY]


def paragraphs() -> str:
    return "".join(f"<p>{text}</p>" for text in PROSE)


@pytest.mark.parametrize(
    "frame",
    [
        "<body>{}</body>",
        "<body><form action=/><div>{}</div></form></body>",
        "<body class='no-comments has-sidebar'><div class='layout sidebar'>{}</div></body>",
        "<body><div id=comments-and-article class=comment>{}</div></body>",
        "<body><article class='category-comment tag-ads'>{}</article></body>",
        "<body><div class='post hentry author-ann-lee category-fires y2031'>{}</div></body>",
        "<body><table><tr><td>{}</td></tr></table></body>",
        "<body><div hidden><p>Words that nobody is to see at all.</p></div><main>{}</main></body>",
        "<body><nav><a href=/>Home</a><a href=/news>News from all over the world</a></nav>{}</body>",
    ],
)
def test_no_paragraph_is_lost_in_any_frame(frame: str) -> None:
    assert body(frame.format(paragraphs())) == PROSE


def test_a_pull_quote_is_no_paragraph() -> None:
    quote = "<p>“Start Quote</p><p>We had no water at all”</p><p>End Quote Tomas Lee Mayor of Oltra</p>"
    page = f"<body><main><p>{PROSE[0]}</p>{quote}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></main></body>"
    assert body(page) == PROSE


def test_two_line_breaks_divide_paragraphs_and_one_does_not() -> None:
    blocks = body(f"<body><div>{PROSE[0]}<br>  <br>{PROSE[1]}<br>\n{PROSE[2]}</div></body>")
    assert blocks == [PROSE[0], f"{PROSE[1]}\n{PROSE[2]}"]


def test_white_space_of_the_markup_is_one_space() -> None:
    words = PROSE[0].replace(" ", " \n\t ")
    assert body(f"<body><p>  {words} </p><p>{PROSE[1]}</p></body>") == PROSE[:2]


def test_the_heading_that_agrees_with_the_title_is_the_headline() -> None:
    page = f"<body><h1>The Lantern</h1><h2>Mill burns in Oltra</h2>{paragraphs()}<h2>The weather tomorrow</h2></body>"
    voiced = read_page(page, "Mill burns in Oltra")
    assert voiced[[text for _, text in voiced].index("Mill burns in Oltra")][0] == Voice.HEADLINE
    assert (Voice.HEADLINE, "The weather tomorrow") not in voiced
    assert (Voice.HEADLINE, "The Lantern") not in voiced


def test_an_iframe_gives_its_fallback_text_without_scripts() -> None:
    frame = "<iframe src=x><p>Our hearts are with Oltra.</p><script>var a;</script></iframe>"
    voiced = read_page(
        f"<body><article><p>{PROSE[0]}</p>{frame}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></article></body>", None
    )
    assert (Voice.EMBEDDED, "Our hearts are with Oltra.") in voiced


def test_control_characters_in_words_names_and_references_are_dropped() -> None:
    page = f"<body><p \x1fclass\x0b='a\x01'>{PROSE[0]}&#31;\x02</p><h1>\x1f<p>x</h1>{paragraphs()}</body>"
    assert PROSE[0] in body(page)


@pytest.mark.parametrize(
    "page", ["", "<", "<!-- only -->", "<body><script>a</script></body>", "<p>\u200b</p>"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(UnreadableError, match="no readable text"):
        read_page(page, None)


def test_a_page_nested_beyond_the_parsers_depth_is_refused() -> None:
    with pytest.raises(UnreadableError, match="deeper than 256"):
        read_page("<div>" * 100_000 + paragraphs(), None)


def test_bold_questions_of_an_interview_are_headings() -> None:
    asked = [
        "Why were the gates kept shut?",
        "The council was not told.",
        "Who shut them?",
        "Will you resign?",
    ]
    pairs = "".join(
        f"<p><strong>{q}</strong></p><p>{a}</p>" for q, a in zip(asked, [*PROSE, PROSE[0]], strict=True)
    )
    page = f"<body><article><h1>The gates of Orsk</h1><p><b>{PROSE[1]}</b></p>{pairs}</article></body>"
    voiced = read_page(page, "The gates of Orsk")
    assert [text for voice, text in voiced if voice == Voice.HEADLINE] == ["The gates of Orsk", *asked]
    assert body(page)[0] == PROSE[1]  # a standfirst in bold is the article's


def test_other_paragraphs_in_bold_are_the_article_s() -> None:
    lines = ["Why were the gates kept shut?", "The council was told.", "Nobody came.", "Who will resign?"]
    pairs = "".join(f"<p><b>{q}</b></p><p>{a}</p>" for q, a in zip(lines, [*PROSE, PROSE[0]], strict=True))
    page = f"<body><article><h1>The gates of Orsk</h1>{pairs}</article></body>"
    assert [text for voice, text in read_page(page, None) if voice == Voice.HEADLINE] == ["The gates of Orsk"]
    assert set(lines) <= set(body(page))
