"""JSON objects are cut out of a stream exactly, wherever the reads happen to fall."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.captures import objects as module
from rashomon.captures.objects import Found, objects

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
_OBJECTS = st.lists(st.dictionaries(st.text(), _VALUES, max_size=4), min_size=1, max_size=6)


@given(_OBJECTS, st.sampled_from((None, 1)), st.booleans(), st.integers(1, 40))
def test_every_object_is_found_whole(
    values: list[dict[str, object]], indent: int | None, listed: bool, chunk: int
) -> None:
    written = [json.dumps(value, indent=indent, ensure_ascii=False) for value in values]
    source = ("[" + ",\n".join(written) + "]\n" if listed else "\n".join(written)).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CHUNK", chunk)
        found = list(objects(BytesIO(source), 10**6))
    assert [item.content.decode() for item in found if isinstance(item, Found)] == written
    assert len(found) == len(written)
    for item in found:
        assert isinstance(item, Found)
        line_start = sum(len(line) for line in source.splitlines(keepends=True)[: item.line - 1])
        assert item.content.split(b"\n")[0] in source[line_start:].split(b"\n")[0]


@given(st.binary(max_size=300), st.integers(1, 20))
@example(b"[+", 1)
def test_any_bytes_end_in_objects_and_strays_of_a_list_or_one_other_fault(content: bytes, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_CHUNK", chunk)
        found = list(objects(BytesIO(content), 100))
    strays = [item for item in found[:-1] if not isinstance(item, Found)]
    assert all(fault.fault.startswith("expected an object") for fault in strays)
    assert not strays or content.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n,").startswith(b"[")
    assert all(item.content in content for item in found if isinstance(item, Found))
