from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from markdown_it import MarkdownIt

from rashomon.dossier import dossier
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Capture, Problem, Statement, Voice
from rashomon.reports.extract import extract
from rashomon.visible import web_link
from tests.dossier import made


def page(path: Path, *more: tuple[made.Item, list[Statement]], format: str = "html") -> str:
    with Ledger.open(made.ledger_at(path / "made.db", *more)) as ledger:
        return dossier(ledger, made.STORY, format)


@pytest.fixture
def html(tmp_path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page(tmp_path))


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_within_the_page_has_its_target_and_every_id_is_one(html: lxml.html.HtmlElement) -> None:
    ids = html.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in html.xpath("//a/@href") if href.startswith("#")]
    assert targets
    assert set(targets) <= set(ids)
    assert set(html.xpath("//@aria-labelledby")) <= {*ids, "statements"}


def test_a_dossier_is_not_read_as_a_report(tmp_path: Path) -> None:
    content = page(tmp_path).encode()
    read = extract(Capture(hashlib.sha256(content).hexdigest(), content, "text/html", "story-0.html"))
    assert isinstance(read, Problem)
    assert "Rashomon made" in read.fault


def test_a_wording_leads_to_its_characters_and_they_lead_back(html: lxml.html.HtmlElement) -> None:
    text = made.TIDE[1].text
    start = text.index("The lamp")
    anchor = html.get_element_by_id(f"r2c{start}")
    assert anchor.text_content() == "The lamp will stay out until we are heard."
    assert "content" in anchor.get("class")
    (back,) = anchor.getnext().xpath("a/@href")
    (link,) = html.xpath(f"//article[@id='{back[1:]}']//a[@href='#r2c{start}']")
    assert link.text_content() == f"characters {start} to {start + 42} of R2"


def test_the_altered_quotation_is_first_and_told_without_colour(html: lxml.html.HtmlElement) -> None:
    first = html.xpath("//section[h2/@id='statements']//article")[0]
    assert "altered" in first.get("class")
    assert {"lit", "out"} & {mark.text_content() for mark in first.xpath(".//blockquote/mark")}
    assert re.search(r"where wording \d has “(lit|out)”, this has “(lit|out)”", words(first))


def test_speakers_by_outlets_and_unnamed_sources_apart(html: lxml.html.HtmlElement) -> None:
    named, unnamed = html.xpath("//table[@class='matrix']")
    columns = [words(th) for th in named.xpath("thead//th")]
    assert columns == ["Speaker", "The Gull", "Tide", "Pier & Sons <News>", "nobody (outlet not known)"]
    (row,) = named.xpath("tbody/tr")
    assert words(row.xpath("th")[0]) == "Odile Marsh also: Marsh"
    assert [bool(td.xpath(".//a")) for td in row.xpath("td")] == [True, True, True, False]
    assert words(unnamed.xpath("tbody/tr/th")[0]) == "not known: “A sailor”"
    assert all(th.get("scope") for th in html.xpath("//th"))


def test_reports_with_where_the_date_came_from_and_links_only_to_the_web(html: lxml.html.HtmlElement) -> None:
    rows = html.xpath("//table[@class='reports']/tbody/tr")
    assert "2031-04-05 (from the page’s metadata)" in words(rows[0])
    assert rows[0].xpath(".//td//a/@href") == ["https://gull.example/light"]
    assert "javascript:alert(1)" in words(rows[1])
    assert not rows[1].xpath(".//td//a")
    assert made.GULL[1].capture in words(rows[0])


def test_comments_are_counted_and_not_shown(tmp_path: Path) -> None:
    for format in ("html", "md"):
        (tmp_path / format).mkdir()
        written = page(tmp_path / format, format=format)
        assert "barnacle" not in written
        assert "1 reader’s comment, not shown" in written


def test_problems_are_told_with_what_mends_them(html: lxml.html.HtmlElement) -> None:
    assert "pages/torn.html: the text is empty; fetch or save it again" in words(
        html.xpath("//section[h2/@id='problems']")[0]
    )


def test_landmarks_and_headings_without_a_gap(html: lxml.html.HtmlElement) -> None:
    assert [len(html.xpath(f"//{tag}")) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    landmarks = html.xpath("//section|//nav|//*[@role='region']")
    names = [n for e in landmarks if (n := e.get("aria-label") or e.get("aria-labelledby"))]
    assert len(names) == len(set(names))
    levels = [int(h.tag[1]) for h in html.xpath("//h1|//h2|//h3|//h4")]
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_nothing_runs_and_nothing_is_loaded(html: lxml.html.HtmlElement) -> None:
    assert not html.xpath("//script|//img|//link|//iframe|//object|//form|//base|//@style|//svg")
    policy = html.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    (style,) = html.xpath("//style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_a_hostile_capture_stays_text(tmp_path: Path) -> None:
    written = page(tmp_path, made.hostile())
    written.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    html: lxml.html.HtmlElement = lxml.html.document_fromstring(written)
    test_nothing_runs_and_nothing_is_loaded(html)
    assert not html.xpath("//@*[starts-with(name(), 'on')]")
    assert all(href.startswith(("#", "https://gull.example/")) for href in html.xpath("//@href"))
    assert "‹U+202E›gnp.exe" in words(html)
    assert "{{ 7*7 }}" in words(html)
    assert "eel" not in written


def test_hostile_markdown_stays_text(tmp_path: Path) -> None:
    written = page(tmp_path, made.hostile(), format="md")
    written.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    tokens = parser.parse(written)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [
        t for t in tokens + inline if t.type in ("html_block", "html_inline", "image", "code_inline", "fence")
    ]
    links = [t.attrs["href"] for t in inline if t.type == "link_open"]
    assert links == ["https://gull.example/light"]
    tables = re.findall(r"<table>(.*?)</table>", parser.render(written), re.DOTALL)
    assert len(tables) == len(rows_by_table(written)) > 2
    # A renderer gives every row the cells of its head, whatever stands there: only as written can a row have too many.
    for rows in rows_by_table(written):
        assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}) == 1


def rows_by_table(written: str) -> list[list[str]]:
    """The lines of each table of a Markdown text."""
    found: list[list[str]] = [[]]
    for line in written.splitlines():
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [rows for rows in found if rows]


def test_words_set_below_words_stay_text(tmp_path: Path) -> None:
    def said(outlet: str, word: str) -> made.Item:
        content = f"“Keep the __lamp__ <b>lit</b> | and *the* `{word}` door www.evil.example shut”"
        return made.item(
            outlet.lower(),
            [(Voice.BODY, f"{made.KEEPER} said: {content}")],
            [made.Said(made.KEEPER, "said:", content)],
            outlet=outlet,
            published="2031-04-08",
        )

    one, other = said("Moor", "__north__"), said("Fen", "__south__")
    wordings = tuple(made.wording(i, i[1].text[i[1].text.index("Keep") : -1]) for i in (one, other))
    more = [(one, list[Statement]()), (other, [Statement("d00r", "0de11e", wordings)])]
    (tmp_path / "md").mkdir()
    written = page(tmp_path / "md", *more, format="md")
    rows = next(rows for rows in rows_by_table(written) if "south" in "".join(rows) and "lamp" in rows[0])
    assert len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}) == 1
    inline = [
        t
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse("\n".join(rows))
        for t in token.children or ()
    ]
    strong = [b.content for a, b in pairwise(inline) if a.type == "strong_open"]
    assert strong and set(strong) <= {"__north__", "__south__"}
    assert not [t for t in inline if t.type in ("em_open", "link_open", "code_inline", "html_inline")]
    html: lxml.html.HtmlElement = lxml.html.document_fromstring(page(tmp_path, *more))
    table = next(t for t in html.xpath("//table[@class='columns']") if "south" in words(t))
    assert {words(mark) for mark in table.xpath(".//mark")} <= {"__north__", "__south__"}
    assert len({len(row) for row in table.xpath(".//tr")}) == 1


def test_markdown_holds_what_the_page_holds(tmp_path: Path) -> None:
    written = page(tmp_path, format="md")
    assert re.search(r"The lamp will stay \*\*(lit|out)\*\* until we are heard", written)
    assert "| Odile Marsh (also: Marsh) |" in written
    assert "not known: “A sailor”" in written
    assert "> ⟦“The lamp will stay lit until we are heard (S1),”⟧ said Odile Marsh, the keeper." in written
    assert made.TIDE[1].capture in written


def test_a_text_of_megabytes_is_cut_and_says_so(tmp_path: Path) -> None:
    line = "word " * 2_000_000
    huge = made.item(
        "huge", [(Voice.BODY, f"He said: “{line}”.")], [made.Said("He", "said", line)], outlet="Huge"
    )
    written = page(tmp_path, (huge, [Statement("9", None, (made.wording(huge, line),))]))
    assert "characters more, in the text of the report" in written
    assert len(written) < len(line) * 1.2


def test_the_same_ledger_gives_the_same_page(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    assert page(first) == page(second)


def test_a_format_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="html, md"):
        page(tmp_path, format="pdf")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//mill.example",
        "http:mill",
        "https://",
        "http://[::1",
        "",
        None,
        "https://mill.example/a b",
        "https://mill.example/\u202e",
        "java\nscript:x",
        " https://mill.example",
    ],
)
def test_addresses_that_are_no_links(address: str | None) -> None:
    assert web_link(address) is None


def test_addresses_that_are_links() -> None:
    for address in ("http://mill.example", "https://mill.example/a?b=<c>&d#e"):
        assert web_link(address) == address
