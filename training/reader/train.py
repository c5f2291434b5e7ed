"""Train the reader: ``python -m training.reader.train --polnear DIR --weights model.safetensors --to RUN [--labels DIR]``.

One epoch is one pass over the training articles, and with ``--labels`` over the news that teachers labelled
(:mod:`training.reader.label`) as well. The run folder holds ``config.json``, ``scores.jsonl`` (a line an epoch: how it stands on
dev) and ``state.pt``, written every ten minutes and after each epoch: the same command goes on where it was.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.reader import corpus
from training.reader.augment import Matter, augment
from training.reader.contents import alone, with_contents
from training.reader.corpus import Document
from training.reader.evaluate import evaluate
from training.reader.labelled import Labelled, read
from training.reader.latest import with_latest_insides
from training.reader.losses import Weights, annotated_loss, labelled_loss, score
from training.reader.model import Reader
from training.reader.targets import example

SAVE_EVERY = 600
"""Seconds between two writings of the state within an epoch."""


@dataclass(frozen=True)
class Config:
    """Everything that decides a run besides the data. ``fresh`` is how often an annotated article is seen newly augmented
    and by its annotation alone, where it has labels too; ``augment`` how often it is given to the augmentation at all;
    ``alone`` how often its contents are a document of their own besides (:mod:`training.reader.contents`); ``words`` the rate
    of the word embeddings, which stay as they were published where it is 0.
    """

    epochs: int = 6
    seed: int = 1
    characters_per_step: int = 9000
    peak: float = 3e-4
    head_peak: float = 1e-3
    layer_decay: float = 0.9
    warm_up: float = 0.08
    dropout: float = 0.1
    words: float = 0.0
    weight_decay: float = 0.01
    link: float = 0.5
    mention: float = 0.3
    inner: float = 0.3
    soft: float = 0.5
    state: float = 1.0
    fresh: float = 0.5
    alone: float = 0.0
    augment: float = 1.0
    average: float = 0.999

    @property
    def weights(self) -> Weights:
        """The weights of the parts of the loss."""
        return Weights(self.link, self.mention, self.inner, self.soft, self.state)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is one")
    for name, value in asdict(Config()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    args = vars(parser.parse_args())
    config = Config(**{k: args[k] for k in asdict(Config())})
    train(args["polnear"], args["weights"], args["to"], config, args["labels"], args["device"])


def train(
    polnear: Path, weights: Path, to: Path, config: Config, labels: Path | None = None, device: str = "cpu"
) -> None:
    """Train to the end, going on from where the folder's ``state.pt`` was written."""
    to.mkdir(parents=True, exist_ok=True)
    (to / "config.json").write_text(json.dumps(asdict(config) | {"labels": str(labels)}, indent=1))
    torch.manual_seed(config.seed)
    articles = corpus.read(polnear / "train")
    dev = corpus.read(polnear / "dev")
    matter = Matter(articles)
    labelled = read(labels) if labels else []
    with_latest_insides(labelled, polnear / "train")
    reader = Reader.start(weights, config.dropout).to(device)
    reader.encoder.embeddings.word_embeddings.weight.requires_grad_(config.words > 0)
    average = copy.deepcopy(reader)
    shown = labelled[0].states.shape[1] if labelled else 0
    mirror = nn.Linear(reader.encoder.shape.width, shown).to(device)
    optimiser = _optimiser(reader, mirror, config)
    epochs = [random.Random(f"{config.seed}/{epoch}") for epoch in range(config.epochs)]
    steps = sum(len(_steps(articles, labelled, matter, config, rng)) for rng in epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s, steps, config.warm_up))
    run = Run(to / "state.pt", reader, average, mirror, optimiser, schedule)
    run.restore(device)
    while run.epoch < config.epochs:
        rng = random.Random(f"{config.seed}/{run.epoch}")
        if not run.step:
            torch.manual_seed(config.seed * 1000 + run.epoch)
        _epoch(run, _steps(articles, labelled, matter, config, rng), config)
        scores = {
            "epoch": run.epoch + 1,
            "loss": round(run.loss / run.step, 4),
            "seconds": round(run.seconds),
        }
        scores |= evaluate(average, dev)
        print(json.dumps(scores), flush=True)
        with (to / "scores.jsonl").open("a") as file:
            file.write(json.dumps(scores) + "\n")
        run.epoch, run.step, run.loss, run.seconds = run.epoch + 1, 0, 0.0, 0.0
        run.save()


def _epoch(run: Run, steps: Sequence[Sequence[Item]], config: Config) -> None:
    """Take the steps of an epoch that are still to take, and save the run from time to time."""
    began = saved = time.time()
    run.reader.train()
    for together in steps[run.step :]:
        loss = _loss(run.reader, run.mirror, together, config)
        run.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        moved = [p for m in (run.reader, run.mirror) for p in m.parameters() if p.requires_grad]
        nn.utils.clip_grad_norm_(moved, 1.0)
        run.optimiser.step()
        run.schedule.step()
        taken = run.schedule.last_epoch
        _move_average(run.average, run.reader, min(config.average, (1 + taken) / (10 + taken)))
        run.step += 1
        run.loss += loss.item()
        run.seconds, began = run.seconds + time.time() - began, time.time()
        if run.step % 20 == 1:
            print(
                f"epoch {run.epoch + 1} step {run.step} loss {loss.item():.3f} {run.seconds:.0f}s", flush=True
            )
        if began - saved > SAVE_EVERY:
            run.save()
            saved = began


@dataclass
class Run:
    """Where a training stands and what it needs to go on from there: ``step`` steps into epoch ``epoch`` (both from 0), with
    the sum of those steps' losses and the seconds they took. Dropout draws from torch's generator, so its state is kept too.
    """

    file: Path
    reader: Reader
    average: Reader
    mirror: nn.Linear
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    epoch: int = 0
    step: int = 0
    loss: float = 0.0
    seconds: float = 0.0

    _PARTS = ("reader", "average", "mirror", "optimiser", "schedule")

    def save(self) -> None:
        """Write the state beside the old one, then over it: a stop in between loses nothing."""
        state = {name: getattr(self, name).state_dict() for name in self._PARTS}
        state |= {name: getattr(self, name) for name in ("epoch", "step", "loss", "seconds")}
        state["drawn"] = torch.get_rng_state()
        beside = self.file.with_suffix(".tmp")
        torch.save(state, beside)
        beside.rename(self.file)

    def restore(self, device: str) -> None:
        """Go on from the file, if there is one."""
        if not self.file.exists():
            return
        state = torch.load(self.file, weights_only=True, map_location=device)
        for name in self._PARTS:
            getattr(self, name).load_state_dict(state[name])
        self.epoch, self.step, self.loss, self.seconds = (
            state[n] for n in ("epoch", "step", "loss", "seconds")
        )
        torch.set_rng_state(state["drawn"].cpu())


Item = Document | Labelled


def _steps(
    articles: Sequence[Document],
    labelled: Sequence[Labelled],
    matter: Matter,
    config: Config,
    rng: random.Random,
) -> list[list[Item]]:
    """An epoch's documents in a random order, as many a step as its size takes."""
    rows = {row.document.name: row for row in labelled}
    own = {article.name for article in articles}
    items: list[Item] = [row for row in labelled if row.document.name not in own]
    for article in articles:
        row = rows.get(article.name)
        if row is not None and rng.random() >= config.fresh:
            items.append(row)
        else:
            items.append(augment(article, matter, rng) if rng.random() < config.augment else article)
    annotated = [
        *articles,
        *(row.document for row in labelled if row.annotated and row.document.name not in own),
    ]
    found = [with_contents(row.document) for row in labelled if not row.annotated]
    annotated += [document for document in found if document is not None]
    contents = [alone(document) for document in annotated if rng.random() < config.alone]
    items += [document for document in contents if document is not None]
    rng.shuffle(items)
    steps: list[list[Item]] = [[]]
    room = config.characters_per_step
    for item in items:
        size = len(_text(item))
        if steps[-1] and size > room:
            steps.append([])
            room = config.characters_per_step
        steps[-1].append(item)
        room -= size
    return steps


def _text(item: Item) -> str:
    return item.document.text if isinstance(item, Labelled) else item.text


def _loss(reader: Reader, mirror: nn.Linear, together: Sequence[Item], config: Config) -> Tensor:
    """The mean loss of a step's documents, weighted by their length."""
    weights = config.weights
    examples = [example(i.document if isinstance(i, Labelled) else i) for i in together]
    losses = [
        labelled_loss(reader, mirror, i, e, s, weights)
        if isinstance(i, Labelled)
        else annotated_loss(reader, e, s, weights)
        for i, e, s in zip(together, examples, score(reader, [e.tokens for e in examples]), strict=True)
    ]
    sizes = torch.tensor([float(len(_text(i))) for i in together], device=reader.device)
    return (torch.stack(losses) * sizes).sum() / sizes.sum()


def _rate(step: int, steps: int, warm_up: float) -> float:
    rise = max(1, int(warm_up * steps))
    return step / rise if step < rise else max(0.02, (steps - step) / (steps - rise))


def _optimiser(reader: Reader, mirror: nn.Linear, config: Config) -> torch.optim.Optimizer:
    """AdamW with a rate that falls layer by layer towards the input."""
    layers = reader.encoder.encoder.layer
    groups: list[tuple[Sequence[Tensor], float]] = [
        (list(layer.parameters()), config.peak * config.layer_decay ** (len(layers) - 1 - depth))
        for depth, layer in enumerate(layers)
    ]
    words = reader.encoder.embeddings.word_embeddings.weight
    below = [p for p in reader.encoder.embeddings.parameters() if p is not words]
    groups.append((below, config.peak * config.layer_decay ** len(layers)))
    if words.requires_grad:
        groups.append(([words], config.words))
    features = [*reader.case.parameters(), *reader.quote.parameters()]
    tops = (reader.parts, reader.inner, reader.mentions, reader.linker, mirror)
    heads = [p for m in tops for p in m.parameters()]
    groups += [(features, config.peak), (heads, config.head_peak)]
    return torch.optim.AdamW([{"params": p, "lr": r} for p, r in groups], weight_decay=config.weight_decay)


@torch.no_grad()
def _move_average(average: Reader, reader: Reader, keep: float) -> None:
    for a, b in zip(average.parameters(), reader.parameters(), strict=True):
        if b.requires_grad:
            a.lerp_(b, 1 - keep)


if __name__ == "__main__":
    main()
