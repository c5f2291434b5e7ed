"""The encoders as they are trained: padding and dropout change nothing that they should not."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="models are trained with the extra 'training'")
training = pytest.importorskip("training.encoder")

SMALL = {"vocabulary": 60, "width": 12, "layers": 2, "head": 4, "between": 48, "positions": 20, "heads": 3}


@pytest.mark.parametrize("shape", [SMALL, SMALL | {"buckets": 8}], ids=["BERT", "MPNet"])
def test_a_text_reads_the_same_beside_a_longer_one(shape: dict[str, int]) -> None:
    torch.manual_seed(1)
    encoder = training.Encoder(training.Shape(**shape)).eval()
    ids = torch.randint(1, 50, (2, 9))
    mask = torch.ones(2, 9, dtype=torch.bool)
    mask[0, 5:] = False
    together = encoder(ids, mask)
    assert torch.allclose(together[0, :5], encoder(ids[:1, :5])[0], atol=1e-5)
    assert torch.allclose(together[1], encoder(ids[1:])[0], atol=1e-5)
    assert not together[0, 5:].any()


def test_dropout_drops_its_share_and_keeps_the_mean() -> None:
    torch.manual_seed(1)
    ones = torch.ones(1000, 1001)
    dropout = training.Dropout(0.1)
    dropped = dropout(ones)
    assert abs((dropped == 0).float().mean() - 0.1) < 0.005
    assert abs(dropped.mean() - 1) < 0.005
    assert dropout.eval()(ones) is ones
