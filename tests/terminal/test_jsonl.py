from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Statement
from rashomon.terminal.attributions import as_json, attributions_line
from rashomon.terminal.collation import statement_lines
from tests.dossier import made


def test_attributions_as_the_yardstick_reads_them() -> None:
    _, report, reading = made.GULL
    found = json.loads(attributions_line(report, reading))
    assert (found["doc"], found["text"]) == ("gull", report.text)
    first = found["attributions"][0]
    ((start, end),) = first["content"]
    assert report.text[start:end] == "“The lamp will stay lit until we are heard,”"
    assert (first["speaker"], first["channel"], first["kind"]) == (made.KEEPER, "letter", "direct")
    assert (first["addressee"], first["said_on"], first["inside"]) == (None, None, None)
    assert first["why"] == "named in the source"
    assert found["attributions"][1]["speaker"] is None
    assert found["passages"][0] == {"voice": "headline", "start": 0, "end": 31}


def test_statements_as_the_yardstick_reads_them() -> None:
    wordings = (made.wording(made.GULL, "The lamp"), made.wording(made.TIDE, "The lamp"))
    (line,) = statement_lines([made.GULL[1], made.TIDE[1]], [Statement("1", None, wordings)])
    found = json.loads(line)["wordings"]
    assert [w["doc"] for w in found] == ["gull", "tide"]
    assert made.TIDE[1].text[found[1]["start"] : found[1]["end"]] == found[1]["text"] == "The lamp"


@given(
    st.recursive(
        st.text(st.characters(codec=None)), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_is_one_line_of_utf8_that_gives_back_what_it_was(value: object) -> None:
    line = as_json(value)
    assert json.loads(line) == value
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
