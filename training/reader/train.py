"""Train the reader: ``python -m training.reader.train --polnear DIR --weights model.safetensors --to RUN``.

One epoch is one pass over the training articles, two documents a step. The run folder holds ``config.json``,
``scores.jsonl`` (a line an epoch: token and link accuracy on dev) and ``state.pt``, written after each epoch: the same
command goes on where it was. Peak memory is about 3 GB; an epoch takes seven minutes on two free cores.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rashomon.reading.decode import MENTIONS, PARTS, TokenSpan, spans
from rashomon.reading.link import PICKS, Surroundings, pairs
from training.reader import corpus
from training.reader.augment import augment, inner_sentences
from training.reader.model import Reader, batch, unbatch
from training.reader.targets import IGNORE, Example, choices, example, with_predicted


@dataclass(frozen=True)
class Config:
    """Everything that decides a run besides the data."""

    epochs: int = 6
    seed: int = 1
    documents_per_step: int = 2
    peak: float = 3e-4
    head_peak: float = 1e-3
    layer_decay: float = 0.9
    warm_up: float = 0.08
    dropout: float = 0.1
    weight_decay: float = 0.01
    link_weight: float = 0.5
    mention_weight: float = 0.3
    average: float = 0.999


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    for name, value in asdict(Config()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    args = vars(parser.parse_args())
    config = Config(**{k: args[k] for k in asdict(Config())})
    train(args["polnear"], args["weights"], args["to"], config)


def train(polnear: Path, weights: Path, to: Path, config: Config) -> None:
    """Train to the end, going on from the folder's last finished epoch."""
    to.mkdir(parents=True, exist_ok=True)
    (to / "config.json").write_text(json.dumps(asdict(config), indent=1))
    torch.manual_seed(config.seed)
    documents = corpus.read(polnear / "train")
    dev = [example(d) for d in corpus.read(polnear / "dev")]
    pool = inner_sentences(documents)
    reader = Reader.start(weights, config.dropout)
    average = Reader.start(weights, config.dropout)
    average.load_state_dict(reader.state_dict())
    optimiser = _optimiser(reader, config)
    steps = config.epochs * math.ceil(len(documents) / config.documents_per_step)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s, steps, config.warm_up))
    done = 0
    state_file = to / "state.pt"
    if state_file.exists():
        state = torch.load(state_file, weights_only=True)
        reader.load_state_dict(state["reader"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        done = state["epochs"]
    for epoch in range(done, config.epochs):
        rng = random.Random(f"{config.seed}/{epoch}")
        torch.manual_seed(config.seed * 1000 + epoch)
        began, total = time.time(), 0.0
        order = rng.sample(documents, len(documents))
        reader.train()
        size = config.documents_per_step
        for number, at in enumerate(range(0, len(order), size)):
            examples = [example(augment(d, pool, rng)) for d in order[at : at + size]]
            loss = torch.stack([_loss(reader, e, config) for e in examples]).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_([p for p in reader.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            schedule.step()
            _move_average(
                average,
                reader,
                min(
                    config.average,
                    (1 + number + epoch * len(order) / size) / (10 + number + epoch * len(order) / size),
                ),
            )
            total += loss.item()
            if number % 20 == 0:
                print(
                    f"epoch {epoch + 1} step {number} loss {loss.item():.3f} {time.time() - began:.0f}s",
                    flush=True,
                )
        scores = {
            "epoch": epoch + 1,
            "loss": total / math.ceil(len(order) / size),
            "seconds": time.time() - began,
        }
        scores |= evaluate(average, dev)
        print(json.dumps(scores), flush=True)
        with (to / "scores.jsonl").open("a") as file:
            file.write(json.dumps(scores) + "\n")
        state = {"reader": reader.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(),
                 "schedule": schedule.state_dict(), "epochs": epoch + 1}  # fmt: skip
        torch.save(state, to / "state.tmp")
        (to / "state.tmp").rename(state_file)


def _rate(step: int, steps: int, warm_up: float) -> float:
    rise = max(1, int(warm_up * steps))
    return step / rise if step < rise else max(0.02, (steps - step) / (steps - rise))


def _optimiser(reader: Reader, config: Config) -> torch.optim.Optimizer:
    """AdamW with a rate that falls layer by layer towards the input."""
    layers = reader.encoder.encoder.layer
    groups = []
    for depth, layer in enumerate(layers):
        groups.append(
            (list(layer.parameters()), config.peak * config.layer_decay ** (len(layers) - 1 - depth))
        )
    embeddings = [p for p in reader.encoder.embeddings.parameters() if p.requires_grad]
    groups.append((embeddings, config.peak * config.layer_decay ** len(layers)))
    features = [*reader.case.parameters(), *reader.quote.parameters()]
    heads = [*reader.parts.parameters(), *reader.mentions.parameters(), *reader.linker.parameters()]
    groups += [(features, config.peak), (heads, config.head_peak)]
    return torch.optim.AdamW([{"params": p, "lr": r} for p, r in groups], weight_decay=config.weight_decay)


@torch.no_grad()
def _move_average(average: Reader, reader: Reader, keep: float) -> None:
    for a, b in zip(average.parameters(), reader.parameters(), strict=True):
        if b.requires_grad:
            a.lerp_(b, 1 - keep)


def _loss(reader: Reader, e: Example, config: Config) -> Tensor:
    ids, case, quote, mask = batch(e.tokens)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        parts, mentions, states = (unbatch(v, mask).float() for v in reader(ids, case, quote, mask))
    loss = functional.cross_entropy(parts, torch.from_numpy(e.parts))
    if (e.mentions != IGNORE).any():
        loss = loss + config.mention_weight * functional.cross_entropy(
            mentions, torch.from_numpy(e.mentions), ignore_index=IGNORE
        )
    predicted = spans(functional.log_softmax(parts, 1).detach().numpy(), PARTS)
    sets = [(e.spans, e.links), with_predicted(e, predicted)]
    links = [_link_loss(reader, e, states, s, k) for s, k in sets if s]
    return loss + config.link_weight * torch.stack(links).mean() if links else loss


def _link_loss(
    reader: Reader, e: Example, states: Tensor, found: list[TokenSpan], links: dict[int, int | None]
) -> Tensor:
    around = Surroundings(e.tokens, found)
    raw = reader.linker.span_states(states, found)
    losses = []
    for child, parent in PICKS:
        asked = choices(found, links, child, parent)
        if asked:
            scores = _scores(reader, around, raw, found, asked, child)
            losses.append(functional.cross_entropy(scores, torch.tensor([a for _, _, a in asked])))
    return torch.stack(losses).sum() if losses else states.sum() * 0


def _scores(
    reader: Reader,
    around: Surroundings,
    raw: Tensor,
    found: list[TokenSpan],
    asked: list[tuple[int, list[int], int]],
    child: str,
) -> Tensor:
    inputs = pairs(around, found, [i for i, _, _ in asked], [near for _, near, _ in asked])
    scores: Tensor = reader.linker(raw, **{k: torch.from_numpy(v) for k, v in inputs.items()}, kind=child)
    return scores


@torch.no_grad()
def evaluate(reader: Reader, dev: list[Example]) -> dict[str, float]:
    """Exact span F1 by part, and link accuracy on gold spans, in percent."""
    reader.eval()
    counts = {k: np.zeros(3) for k in (*PARTS, "mention")}
    right = asked_in_all = 0
    for e in dev:
        ids, case, quote, mask = batch(e.tokens)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts, mentions, states = (unbatch(v, mask).float() for v in reader(ids, case, quote, mask))
        found = {(s.kind, s.first, s.last) for s in spans(functional.log_softmax(parts, 1).numpy(), PARTS)}
        gold = {(s.kind, s.first, s.last) for s in e.spans}
        for k in PARTS:
            p, g = {s for s in found if s[0] == k}, {s for s in gold if s[0] == k}
            counts[k] += (len(p & g), len(p), len(g))
        silver = (
            functional.one_hot(torch.from_numpy(np.maximum(e.mentions, 0)), mentions.shape[1])
            .float()
            .log()
            .numpy()
        )
        m = {(s.kind, s.first, s.last) for s in spans(functional.log_softmax(mentions, 1).numpy(), MENTIONS)}
        mg = {(s.kind, s.first, s.last) for s in spans(silver, MENTIONS)}
        counts["mention"] += (len(m & mg), len(m), len(mg))
        if e.spans:
            around, raw = Surroundings(e.tokens, e.spans), reader.linker.span_states(states, e.spans)
            for child, parent in PICKS:
                asked = choices(e.spans, e.links, child, parent)
                if asked:
                    best = _scores(reader, around, raw, e.spans, asked, child).argmax(1)
                    right += int((best == torch.tensor([a for _, _, a in asked])).sum())
                    asked_in_all += len(asked)
    out = {k: round(200 * t / max(1, p + g), 1) for k, (t, p, g) in counts.items()}
    return out | {"link": round(100 * right / max(1, asked_in_all), 1)}


if __name__ == "__main__":
    main()
