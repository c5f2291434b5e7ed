"""The network that runs with different seeds make together."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.models import model_path

torch = pytest.importorskip("torch", reason="models are trained with the extra 'training'")
model = pytest.importorskip("training.reader.model")


def test_several_runs_are_the_mean_of_their_weights(tmp_path: Path) -> None:
    begun = model.Reader.start(model_path("reader.onnx"), 0.0).state_dict()
    for run, factor in (("one", 0.5), ("other", 2.5)):
        (tmp_path / run).mkdir()
        average = {name: factor * value for name, value in begun.items()}
        torch.save({"average": average}, tmp_path / run / "state.pt")
    one = model.Reader.trained(tmp_path / "one").state_dict()
    both = model.Reader.trained(tmp_path / "one", tmp_path / "other").state_dict()
    packaged = model.Reader.trained(tmp_path / "one", model_path("reader.onnx")).state_dict()
    assert both.keys() == begun.keys()
    for name, value in begun.items():
        assert torch.allclose(one[name], 0.5 * value)
        assert torch.allclose(both[name], 1.5 * value)
        assert torch.allclose(packaged[name], 0.75 * value)
