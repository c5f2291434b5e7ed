"""One capture gives one report, or a problem in words; never an exception."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rashomon.records import Capture, Problem, Report, Voice
from rashomon.reports.extract import extract

PAGES = Path(__file__).parent / "pages"


def capture(content: bytes, media_type: str = "text/html", path: str = "pages/mill.html") -> Capture:
    return Capture(hashlib.sha256(content).hexdigest(), content, media_type, path)


def report(content: bytes | str, media_type: str = "text/html", path: str = "pages/mill.html") -> Report:
    made = extract(capture(content.encode() if isinstance(content, str) else content, media_type, path))
    assert isinstance(made, Report), made
    return made


def problem(content: bytes | str, media_type: str = "text/html") -> Problem:
    made = extract(capture(content.encode() if isinstance(content, str) else content, media_type))
    assert isinstance(made, Problem), made
    assert (made.stage, made.item) == ("reports", "pages/mill.html")
    assert made.fault
    assert made.mend
    return made


def from_json(**fields: object) -> Report:
    return report(json.dumps(fields), "application/json", "news.jsonl:17")


def voiced(made: Report) -> list[tuple[str, str]]:
    return [(p.voice.value, made.text[p.start : p.end]) for p in made.passages]


def of(made: Report, voice: Voice) -> list[str]:
    return [made.text[p.start : p.end] for p in made.passages if p.voice == voice]


def test_a_page_is_read_by_voice() -> None:
    made = report((PAGES / "lantern.html").read_bytes())
    assert of(made, Voice.HEADLINE) == [
        "Mill burns in Oltra as council argues over water",
        "A quarrel of years",
    ]
    assert of(made, Voice.BYLINE) == ["By Ann Lee 5 April 2031"]
    assert of(made, Voice.CAPTION) == ["The mill on Monday night. Photograph: Bob Ray"]
    assert [text[:20] for text in of(made, Voice.BODY)] == [
        "Nobody was hurt, the",
        "The old mill at Oltr",
        "“We had no water at ",
        "The council denies t",
        "The mill was built i",
    ]
    embedded = " ".join(of(made, Voice.EMBEDDED))
    assert "Our hearts are with Oltra tonight." in embedded
    assert "(@mayorlee)" in embedded
    comments = " ".join(of(made, Voice.COMMENT))
    assert "I saw it from my window" in comments
    assert "why did nobody check" in comments
    for absent in (
        "World news",
        "cookies",
        "scripted",
        "color: red",
        "library",
        "All rights",
        "inbox",
        "email address",
    ):
        assert absent not in made.text


def test_a_page_tells_of_itself() -> None:
    made = report((PAGES / "lantern.html").read_bytes())
    assert made.title == "Mill burns in Oltra as council argues over water"
    assert (made.outlet, made.authors, made.language) == ("The Lantern", ("Ann Lee",), "en")
    assert (made.published, made.published_from) == ("2031-04-05", "metadata")
    assert made.address == "https://www.lantern.example/2031/04/05/mill-burns"
    assert (made.name, made.id) == ("mill", made.capture[:16])


def test_every_block_is_one_passage_set_apart_by_a_blank_line() -> None:
    made = report((PAGES / "lantern.html").read_bytes())
    assert "\n\n".join(text for _, text in voiced(made)) == made.text


def test_a_page_without_metadata_or_structure() -> None:
    made = report((PAGES / "bare.html").read_bytes())
    assert ("byline", "By Bob Ray") in voiced(made)
    assert made.authors == ("Bob Ray",)
    assert made.published is None
    body = " ".join(of(made, Voice.BODY))
    for sentence in ("no letter about the town's pumps", "There is no such letter", "handed it over himself"):
        assert sentence in body


def test_open_graph_and_address_give_what_json_ld_does_not() -> None:
    page = (
        '<html><head><meta property="og:site_name" content="Oltra Post"><meta property="og:title" content="Dry pumps">'
        '<meta property="og:url" content="https://post.example/news/2031/apr/06/dry-pumps"></head><body><h1>Dry pumps</h1>'
        "<p>The pumps of Oltra stood dry for an hour on Monday night, the mayor of the town said on Tuesday.</p></body></html>"
    )
    made = report(page)
    assert (made.outlet, made.title) == ("Oltra Post", "Dry pumps")
    assert (made.published, made.published_from) == ("2031-04-06", "address")


def test_microdata_name_the_outlet_where_nothing_else_does() -> None:
    story = "<p>" + "The mill burned down on Monday, and nobody was hurt in the fire. " * 6 + "</p>"
    publisher = "<div itemprop='publisher' itemscope><meta itemprop='name' content='The Oltra Lantern'></div>"
    made = report(f"<html><body><article><h1>Mill burns</h1>{publisher}{story}</article></body></html>")
    assert made.outlet == "The Oltra Lantern"


def test_a_json_objects_own_fields_win_over_the_page() -> None:
    made = from_json(
        html=(PAGES / "lantern.html").read_text(encoding="utf-8"),
        outlet="Lantern archive",
        title="Mill burns",
        published="2031-04-06T08:00Z",
        authors=["A. Lee", "B. Ray"],
        url="https://archive.example/1",
    )
    assert (made.outlet, made.title, made.authors) == ("Lantern archive", "Mill burns", ("A. Lee", "B. Ray"))
    assert (made.published, made.published_from, made.address) == (
        "2031-04-06",
        "json",
        "https://archive.example/1",
    )
    assert made.name == "news:17"


def test_a_json_objects_text_is_kept_as_it_is() -> None:
    made = from_json(
        text="\n One.\r\n\r\n\u202eTwo\u200b \U0001f600. ",
        url="https://www.post.example/x",
        authors="Ann Lee",
    )
    assert made.text == "\n One.\r\n\r\n\u202eTwo\u200b \U0001f600. "
    assert (made.outlet, made.authors, made.published) == ("post.example", ("Ann Lee",), None)


def test_plain_text_keeps_newlines_and_drops_the_byte_order_mark() -> None:
    assert report(b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\n", "text/plain").text == "One.\r\nTwo.\rThree.\n"


def test_a_page_whose_byline_is_not_filled_in_has_none() -> None:
    made = report(
        "<html><body><article><h1>Mill burns in Oltra</h1><p class='byline'>By</p><p>The old mill burned down on Monday"
        " night, and nobody was hurt, the mayor said.</p></article></body></html>"
    )
    assert of(made, Voice.BYLINE) == []
    assert made.authors == ()


def test_plain_text_gives_title_authors_and_date_of_its_own() -> None:
    made = report(
        "Mill burns in Oltra\n\nBy Ann Lee and Bob Ray\nApril 5, 2031 10:15 pm\n\nThe old mill burned down on Monday night.",
        "text/plain",
    )
    assert (made.title, made.authors) == ("Mill burns in Oltra", ("Ann Lee", "Bob Ray"))
    assert (made.published, made.published_from) == ("2031-04-05", "text")


@pytest.mark.parametrize(
    ("first", "title", "outlet"),
    [
        ("OSMER MIRROR", "Guilty! Miller faces 25 years", "OSMER MIRROR"),
        ("The Osmer Echo", "Guilty! Miller faces 25 years", "The Osmer Echo"),
        # A headline that ends in an outlet's name stands above a second one.
        ("Miller sues Osmer Mirror", "Miller sues Osmer Mirror", None),
        ("Miller Sues Osmer Mirror", "Miller Sues Osmer Mirror", None),
        ("MILLER SUES OSMER MIRROR", "MILLER SUES OSMER MIRROR", None),
        ("The Flour Record", "The Flour Record", None),
        ("The Gold Standard", "The Gold Standard", None),
        # A section is neither.
        ("LOCAL NEWS", "Guilty! Miller faces 25 years", None),
        ("Local News", "Guilty! Miller faces 25 years", None),
    ],
)
def test_a_masthead_above_a_headline_is_no_title(first: str, title: str, outlet: str | None) -> None:
    body = "A jury in Osmer found the miller guilty on Thursday of selling flour that was not his."
    made = report(
        f"{first}\n\nGuilty! Miller faces 25 years\n\nBy Ann Lee\nThursday 10 June 2032\n\n{body}",
        "text/plain",
    )
    assert (made.title, made.outlet) == (title, outlet)


def test_the_first_word_of_the_outlet_is_no_author() -> None:
    def made(author: str) -> Report:
        told = json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "Mill burns",
                "publisher": {"@type": "Organization", "name": "Voice of the Isles"},
                "author": [{"@type": "Person", "name": author}],
            }
        )
        words = "The old mill burned down on Monday night, and nobody was in it when the roof came down."
        return report(
            f'<html><head><title>Mill burns</title><script type="application/ld+json">{told}</script></head><body><article>'
            f"<h1>Mill burns</h1><p>By {author}</p><p>{words}</p><p>{words}</p></article></body></html>"
        )

    assert made("Voice of the Isles").authors == ()
    assert made("Ann Lee").authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ('{"text": "half', "does not parse"),
        ('{"text": "a",\n "title" "b"}', "line 2"),
        ('{"title": "a"}', "neither text nor html"),
        ('{"text": "", "html": ""}', "neither text nor html"),
        ('{"text": "  \\n "}', "empty"),
        ('{"text": 7}', "field text is a number"),
        ('{"text": "a", "url": ["b"]}', "field url is a list"),
        ('{"text": "a", "authors": [7]}', "field authors is a number"),
        ('{"text": "a \\ud800 b"}', "surrogate"),
        ('{"text": "a", "title": "\\udc00"}', "surrogate"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('["text"]', "not an object"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "too deep"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "does not parse"),
        (b'{"text": "\xff"}', "not UTF-8"),
    ],
)
def test_json_that_gives_no_report_is_a_problem(fields: str | bytes, fault: str) -> None:
    assert fault in problem(fields, "application/json").fault


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"", "text/html"),
        (b"   ", "text/html"),
        (b"<html><head><title>x</title></head><body></body></html>", "text/html"),
        (b"<script>var words = 'not text';</script><style>p {}</style>", "text/html"),
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "text/html"),
        (b"<div>" * 100_000 + b"words", "text/html"),
        (b"\0" * 10_000, "text/html"),
        (b"\0" * 10_000, "text/plain"),
        (b"The mill\0burned", "text/plain"),
        (b"%PDF-1.7 words", "text/plain"),
        (bytes(range(256)) * 20, "text/plain"),
        (b" \n\t", "text/plain"),
        (b"words", "application/pdf"),
    ],
)
def test_what_gives_no_readable_text_is_a_problem(content: bytes, media_type: str) -> None:
    problem(content, media_type)


def test_a_truncated_page_gives_what_it_holds() -> None:
    whole = (PAGES / "lantern.html").read_bytes()
    for end in range(0, len(whole), 97):
        made = extract(capture(whole[:end]))
        assert isinstance(made, Problem) or made.text
    made = report(whole[: whole.index(b"A quarrel")])
    assert "We had no water at all" in made.text


def test_deep_but_readable_nesting_is_read() -> None:
    assert (
        "words enough to be read"
        in report(b"<div>" * 200 + b"<p>There are words enough to be read in this page.</p>").text
    )


def test_what_cannot_be_stored_is_dropped_from_pages() -> None:
    page = (
        "<html><body><h1>Mi\0ll</h1><p>The old mill &#0; burned &#xD800; down on Monday night, \u202ethe\u200b mayor said.</p>"
        * 3
    )
    text = report(page).text
    text.encode("utf-8")
    assert "\0" not in text
    assert "\u202ethe\u200b" in text


def test_metadata_holds_nothing_that_cannot_be_stored() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mill \\ud83d burns \\u0000",'
        '"author": {"name": "Ann \\ud83d Lee"}, "publisher": {"name": "The \\udc00 Lantern"}}</script></head>'
        "<body><p>The old mill at Oltra burned down on Monday night, the mayor of the town said.</p></body></html>"
    )
    made = report(page)
    " ".join(filter(None, (made.title, made.outlet, *made.authors))).encode("utf-8")


def test_names_are_short_and_tell_captures_of_one_file_apart() -> None:
    named = {
        "a/b/000_x.txt": "000_x",
        "news.jsonl:17": "news:17",
        "x/news.json[2]": "news[2]",
        "stdin:3": "stdin:3",
        "stdin": "stdin",
        "odd:7": "odd:7",
    }
    for path, name in named.items():
        assert report("The mill burned.", "text/plain", path).name == name


def assert_sound(made: Report | Problem) -> None:
    if isinstance(made, Problem):
        return
    made.text.encode("utf-8")
    assert "\0" not in made.text
    end = 0
    for passage in made.passages:
        assert end <= passage.start < passage.end <= len(made.text)
        assert made.text[passage.start : passage.end].strip() == made.text[passage.start : passage.end]
        end = passage.end
    outside = "".join(made.text[a:b] for a, b in _gaps(made))
    assert not outside.strip()


def _gaps(made: Report) -> list[tuple[int, int]]:
    ends = [0, *(passage.end for passage in made.passages)]
    starts = [*(passage.start for passage in made.passages), len(made.text)]
    return list(zip(ends, starts, strict=True))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.sampled_from(("text/plain", "text/html", "application/json")))
@example("Dürrenmatt sagte “ja”".encode("cp1252", "replace"), "text/plain")
@example("Мельница сгорела".encode("koi8_r"), "text/plain")
def test_any_bytes_give_a_sound_report_or_a_problem(content: bytes, media_type: str) -> None:
    assert_sound(extract(capture(content, media_type)))


_TAGS = st.sampled_from(
    [
        *(
            "p",
            "div",
            "h1",
            "article",
            "blockquote",
            "iframe",
            "table",
            "td",
            "br",
            "script",
            "style",
            "nav",
            "aside",
            "li",
            "a",
        ),
        *(
            "figcaption",
            "pre",
            "form",
            "svg",
            "noscript",
            "template",
            "select",
            "textarea",
            "title",
            "frameset",
            "math",
        ),
    ]
)
_ATTRIBUTES = st.sampled_from(
    (
        "",
        " class=comment",
        " class='byline'",
        " hidden",
        " id=related",
        " class=twitter-tweet",
        " itemprop=x",
        " <",
    )
)
_PIECES = st.one_of(
    st.builds("<{}{}>".format, _TAGS, _ATTRIBUTES),
    st.builds("</{}>".format, _TAGS),
    st.text(max_size=30),
    st.sampled_from(
        (
            "The old mill at Oltra burned down on Monday night, the mayor said. ",
            "&nbsp;",
            "<!--",
            "-->",
            "<![CDATA[",
            "&#0;",
        )
    ),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=40))
def test_any_markup_gives_a_sound_report_or_a_problem(pieces: list[str]) -> None:
    assert_sound(extract(capture("".join(pieces).encode("utf-8", "replace"))))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_is_kept_whole(text: str) -> None:
    made = extract(capture(json.dumps({"text": text}).encode(), "application/json"))
    assert_sound(made)
    assert isinstance(made, Problem) or made.text == text


def test_an_outlet_that_stands_alone_with_a_date() -> None:
    body = (
        "The old mill at Oltra burned to the ground on Monday night, and nobody was hurt, the council said."
    )
    first = from_json(text=f"Gimli Post, 11 November 2031\n\n{body}")
    assert (first.outlet, first.published, first.title) == ("Gimli Post", "2031-11-11", None)
    second = from_json(text=f"Mill burns in Oltra\n\nTessera Weekly, 16 April 2031\n\n{body}")
    assert (second.outlet, second.published, second.title) == (
        "Tessera Weekly",
        "2031-04-16",
        "Mill burns in Oltra",
    )
    given = from_json(text=f"Gimli Post, 11 November 2031\n\n{body}", outlet="The Lantern")
    assert given.outlet == "The Lantern"


def test_a_press_release_tells_who_issues_it_and_when() -> None:
    body = "Torvenan and river forces held two men on the quay at Harn last night, and nobody was hurt there."
    for text in (
        f"River Command Morning Update April 5, 2031\nRiver Command - Torvena 2031-04-S-081 For Immediate Release"
        f"  HARN, Torvena (April 5, 2031) – {body}",
        f"Two men held\nRiver Command - Torvena\u20282031-04-S-081\u2028For Immediate Release\u2028"
        f"HARN, Torvena (April 5, 2031)\u2028{body}",
        f"Two men held\n\nRiver Command\n\nFOR IMMEDIATE RELEASE\n\nHARN, April 5, 2031 – {body}",
    ):
        made = from_json(text=text)
        assert (made.outlet, made.published, made.published_from) == (
            "River Command",
            "2031-04-05",
            "dateline",
        )


def test_a_masthead_above_its_date_is_no_headline() -> None:
    body = (
        "The mill at Oltra burned down on Monday night, and the mayor said that nobody had been hurt in it."
    )
    made = from_json(
        text=f"The Tessera Examiner\n15 March 2031\n\nMill burns in Oltra\n\nBy Ann Lee\n\n{body}"
    )
    assert (made.outlet, made.title, made.published) == (
        "The Tessera Examiner",
        "Mill burns in Oltra",
        "2031-03-15",
    )
    assert of(made, Voice.HEADLINE) == ["Mill burns in Oltra"]


def test_a_section_above_its_date_is_neither_outlet_nor_headline() -> None:
    body = "The mill at Oltra burned down on Monday night, and the mayor said that nobody had been hurt."
    made = from_json(text=f"LOCAL NEWS\n15 March 2031\n\nMill burns in Oltra\n\nBy Ann Lee\n\n{body}")
    assert (made.outlet, made.title) == (None, "Mill burns in Oltra")


def test_the_day_that_a_text_gives_refines_the_month_of_its_address_and_contradicts_it_nowhere() -> None:
    body = (
        "The mill at Oltra burned down on Monday night, and the mayor said that nobody had been hurt in it."
    )
    url = "https://x.example/2031/03/mill-burns"
    dated = from_json(url=url, text=f"Mill burns in Oltra\n\nSATURDAY, MARCH 15, 2031\n\n{body}")
    assert (dated.published, dated.published_from) == ("2031-03-15", "text")
    other = from_json(url=url, text=f"Mill burns in Oltra\n\nSATURDAY, MARCH 15, 2025\n\n{body}")
    assert (other.published, other.published_from) == ("2031-03", "address")


def test_a_body_s_own_statement_is_dated_where_it_is_signed() -> None:
    foot = "The bridge is ours.\n\nNobody was hurt.\n\nWe stay.\n\nThe road is shut.\n\nThe General Command\nOrsk, 5 May 2031\n"
    made = report(f"Statement No. 14 of the General Command\n\n{foot}", "text/plain", "mill.txt")
    assert (made.published, made.published_from, made.outlet) == ("2031-05-05", "text", None)
    other = report(f"Fighting goes on at the bridge of Orsk\n\n{foot}", "text/plain", "mill.txt")
    assert other.published is None
