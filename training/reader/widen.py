"""Give a run of the first recipe the heads that came later, silent: ``python -m training.reader.widen --run RUN --to RUN``.

That recipe is training/reader as of commit 2fdec2f.

The inner head then always says *outside*, and no figure is ever found; everything else is as it was trained.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.encoder import Encoder, shape_of
from training.reader.model import Reader

NEVER = -10.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    old = torch.load(args.run / "state.pt", weights_only=True)["average"]
    new = Reader(Encoder(shape_of(old))).state_dict()
    for name, value in new.items():
        if name.startswith(("inner.", "mentions.")):
            value.fill_(0.0 if name.endswith("weight") else NEVER)
        if name in old:
            value[: len(old[name])] = old[name]
    new["inner.bias"][0] = -NEVER
    args.to.mkdir(parents=True, exist_ok=True)
    torch.save({"average": new}, args.to / "state.pt")


if __name__ == "__main__":
    main()
