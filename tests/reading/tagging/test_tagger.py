"""A long report is tagged in blocks: what they give stands in the right places, and links stay within a block."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from rashomon.reading.tagging.tagger import Tagger
from rashomon.reading.tagging.tokens import Tokens, tokenise
from rashomon.records import Span

PARAGRAPH = (
    "Ilona Varesh, the keeper of the lock, said on Monday that the gates would open before the spring. “We asked for "
    "water,” Tomas Kerr told reporters in Lidva, “and nobody gave us an answer.” According to the ministry, forty boats "
    "waited at the eastern gate on Sunday, and four people were hurt when the gendarmes came."
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


@pytest.fixture(scope="module")
def tokens() -> Tokens:
    text = "\n\n".join([PARAGRAPH] * 12)
    return tokenise(text, [Span(0, len(text))])


def test_blocks_change_nothing_but_links_between_them(tagger: Tagger, tokens: Tokens) -> None:
    assert len(tokens.windows) > 2
    whole = tagger.tag(tokens)
    with patch("rashomon.reading.tagging.tagger.BLOCK", 1):
        parts = tagger.tag(tokens)
    assert parts.outer.spans == whole.outer.spans
    assert parts.inner.spans == whole.inner.spans
    assert parts.mentions == whole.mentions
    for level in (parts.outer, parts.inner):
        for span, link in zip(level.spans, level.links, strict=True):
            if link.to is not None:
                wanted = "cue" if span.kind == "content" else "source"
                assert level.spans[link.to].kind == wanted


def test_nothing_to_tag(tagger: Tagger) -> None:
    assert tagger.tag(tokenise("", [])).outer.spans == ()
