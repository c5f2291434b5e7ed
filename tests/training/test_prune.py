"""A reader made smaller keeps, of each layer, what its loss would miss most."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="models are trained with the extra 'training'")
encoder = pytest.importorskip("training.encoder")
model = pytest.importorskip("training.reader.model")
prune = pytest.importorskip("training.reader.prune")
corpus = pytest.importorskip("training.reader.corpus")

SMALL = {"vocabulary": 30522, "width": 12, "layers": 2, "head": 32, "between": 8, "positions": 40, "heads": 3}
TEXT = "The ministry said that the bridge would stay shut. It rained."


def small() -> object:
    torch.manual_seed(1)
    return model.Reader(encoder.Encoder(encoder.Shape(**SMALL)), hidden=6, dropout=0.0).eval()


def article() -> object:
    gold = corpus.Gold([(0, 12)], [(13, 17)], [(18, 49)])
    return corpus.Document("one", TEXT, [gold], [])


def test_what_does_nothing_is_not_missed_and_goes_without_a_change() -> None:
    reader = small()
    ids = torch.randint(1000, 2000, (1, 9))
    case, quote = torch.zeros(1, 9, dtype=torch.long), torch.zeros(1, 9, dtype=torch.long)
    for layer in reader.encoder.encoder.layer:  # type: ignore[attr-defined]
        layer.output.dense.weight.data[:, 2:] = 0
        layer.attention.output.dense.weight.data[:, 32:64] = 0
    units, heads = prune.missed(reader, [article()])
    assert all(not row[2:].any() and row[:2].all() for row in units)
    assert all(not row[1] and row[0] and row[2] for row in heads)
    less = prune.pruned(reader, units, heads, between=2, kept_heads=2)
    shape = encoder.shape_of(less)
    assert (shape.layers, shape.heads, shape.between) == (2, 2, 2)
    smaller = model.Reader(
        encoder.Encoder(encoder.Shape(**SMALL | {"heads": 2, "between": 2})), hidden=6, dropout=0.0
    )
    smaller.load_state_dict(less)
    with torch.no_grad():
        for one, other in zip(reader(ids, case, quote), smaller.eval()(ids, case, quote), strict=True):  # type: ignore[operator]
            assert torch.allclose(one, other, atol=1e-5)
