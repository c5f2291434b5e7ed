"""The reader beside its peers: where a peer's parts stand, what is told of one that is not there, and the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from bench.reader import peers
from bench.reader.alone import OURS, measured
from bench.reader.comparison import Measured, table
from bench.reader.peers import MODELS, PEERS, Found, Loaded, Peer
from bench.reader.plot import Dot, svg

TEXT = "The dyke held.\n\n“Open the gates,” the mayor of Lidva, Ana Orl, said.\n“We stay.\n"


@dataclass(frozen=True)
class Token:
    """What of spaCy's tokens is asked for."""

    i: int
    idx: int
    word: str

    def __len__(self) -> int:
        return len(self.word)


class Pipeline:
    """Hands each paragraph through as its own parse."""

    meta = {"version": "0"}  # noqa: RUF012

    def pipe(self, given: Iterable[tuple[str, int]], *, as_tuples: bool) -> Iterator[tuple[str, int]]:
        assert as_tuples
        yield from given


def test_textacy_s_parts_stand_where_its_tokens_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def direct_quotations(paragraph: str) -> list[tuple[list[Token], list[Token], SimpleNamespace]]:
        if paragraph.count("“") != paragraph.count("”"):
            raise ValueError("an odd number of quotation marks")
        if "“" not in paragraph:
            return []
        words = [("mayor", 6), ("Ana", 10), ("Orl", 11), ("said", 13)]
        mayor, ana, orl, said = (Token(i, paragraph.index(word), word) for word, i in words)
        content = SimpleNamespace(start_char=0, end_char=paragraph.index("”") + 1)
        return [([mayor, ana, orl], [said], content)]

    class Extract:
        pass

    Extract.direct_quotations = staticmethod(direct_quotations)  # type: ignore[attr-defined]
    monkeypatch.setattr(peers, "_pipeline", lambda exclude=(): Pipeline())
    monkeypatch.setattr(peers, "version", lambda package: "0")
    monkeypatch.setattr("bench.reader.peers.importlib.import_module", lambda name: Extract)
    (found,) = peers.textacy().read(TEXT)
    parts = [[TEXT[start:end] for start, end in part] for part in found]
    assert parts == [["mayor", "Ana Orl"], ["said"], ["“Open the gates,”"]]


def test_a_peer_is_missing_where_one_of_its_modules_is() -> None:
    def peer(*modules: tuple[str, ...]) -> Peer:
        return Peer("peer", peers.spacy, modules, "peer")

    assert not peer(("json",), ("not_there_at_all", "csv")).missing()
    assert peer(("json",), ("not_there_at_all",)).missing()
    assert all(MODELS in p.modules for p in PEERS.values())


def test_what_is_read_is_counted_and_what_loads_is_not() -> None:
    seen: list[str] = []

    def read(text: str) -> list[Found]:
        seen.append(text)
        return [Found([], [(0, 3)], [(4, 8)])]

    result: dict[str, Any] = measured(Loaded("made up", read), {"a": "She said it.", "b": "No one did."})
    assert seen[1:] == ["She said it.", "No one did."]
    assert result["words"] == 6
    assert result["seconds"] >= 0
    assert result["found"]["b"] == [{"source": [], "cue": [(0, 3)], "content": [(4, 8)]}]


OURS_MEASURED = Measured(OURS, "Rashomon", "Rashomon 1", (50.0, 200.0), 90.0, 71.3, 58.0)
TEXTACY_MISSING = Measured("textacy", "textacy", missing="textacy spacy")


def test_the_table_tells_what_is_not_installed_and_how_many_times_spacy_ours_is() -> None:
    spacy = Measured("spacy", "spaCy alone", "spaCy 3", (100.0, 80.0), 200.0)
    told = table([OURS_MEASURED, TEXTACY_MISSING, spacy])
    assert "| Rashomon 1 | 71.3 | 58.0 | 200 | 90 |" in told
    assert "not installed: `pip install textacy spacy`" in told
    assert "| spaCy 3 | – | – | 100 | 200 |" in told
    assert told.endswith("2.00 (by round: 0.50, 2.50)")


def test_the_table_does_without_spacy() -> None:
    spacy = Measured("spacy", "spaCy alone", missing="spacy")
    assert "ours / spaCy" not in table([OURS_MEASURED, TEXTACY_MISSING, spacy])


@pytest.mark.parametrize("speed", [9.0, 10.0, 999.0, 6600.0, 12345.0, 1_080_000.0])
def test_the_picture_holds_a_labelled_dot_for_each_system(speed: float) -> None:
    dots = [Dot("A & B", speed, 71.3, ours=True), Dot("<C>", speed / 2, 20.0), Dot("D", speed / 2, None)]
    picture = ElementTree.fromstring(svg(dots, "Speed & quality"))
    within = {kind: picture.findall(f"{{http://www.w3.org/2000/svg}}{kind}") for kind in ("circle", "text")}
    assert {"A & B", "<C>", "D"} <= {t.text for t in within["text"]}
    across = [float(c.attrib["cx"]) for c in within["circle"]]
    up = [float(c.attrib["cy"]) for c in within["circle"]]
    assert across[0] == across[1] < across[2] < 640  # from the foot up: D, C, A
    assert up[0] > up[1] > up[2] > 0
    assert 5 <= sum(t.attrib.get("text-anchor") == "middle" and "y" in t.attrib for t in within["text"]) <= 13


def test_labels_of_dots_at_one_place_stand_over_one_another() -> None:
    picture = ElementTree.fromstring(svg([Dot("one", 100.0, 50.0), Dot("two", 101.0, 50.0)], "Both"))
    heights = {t.text: float(t.attrib["y"]) for t in picture.iter() if t.text in ("one", "two")}
    assert abs(heights["one"] - heights["two"]) >= 13
