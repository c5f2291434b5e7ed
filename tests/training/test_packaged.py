"""A packaged reader's weights come back out of its graph as those of the network that it was exported from."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.models import model_path
from rashomon.reading.tagging.tokens import tokenise
from rashomon.records import Span

torch = pytest.importorskip("torch", reason="models are trained with the extra 'training'")
model = pytest.importorskip("training.reader.model")
onnxruntime = pytest.importorskip("onnxruntime")

TEXT = (
    "The ministry said on Friday that the bridge at Harn would stay shut. “We have looked at every bolt,” its engineer, "
    "Ada Pell, told reporters. Boatmen have warned for years that the piers are moving, says a letter seen by the Courier."
)


def test_the_network_taken_back_tags_as_the_packaged_graph_does() -> None:
    tokens = tokenise(TEXT, [Span(0, len(TEXT))])
    network = model.Reader.start(model_path("reader.onnx"), 0.0).eval()
    ids, case, quote, mask = model.batch([tokens])
    with torch.no_grad():
        ours = [scores[0, 1:-1].argmax(-1).numpy() for scores in network(ids, case, quote, mask)[:3]]
    session = onnxruntime.InferenceSession(model_path("reader.onnx"))
    theirs = session.run(
        ["parts", "inner", "mentions"], {"ids": ids.numpy(), "case": case.numpy(), "quote": quote.numpy()}
    )
    for one, other in zip(ours, theirs, strict=True):  # the graph rounds what passes through it too
        assert np.mean(one == other[0, 1:-1].argmax(-1)) > 0.97
    assert len(set(ours[0])) > 3
