"""One system in a process of its own: ``python -m bench.reader.alone SYSTEM TEXTS.json RESULT.json [--model DIR] [--flat]``.

TEXTS is an object of texts by name. RESULT says what was found in each, how long all took and how much memory the
process held at most. Run by bench/reader/comparison.py with the interpreter that has the system.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

from bench.reader.peers import PEERS, Found, Loaded

OURS = "rashomon"
WARM_UP = "“We are ready,” the captain said."


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("system", choices=[OURS, *PEERS])
    parser.add_argument("texts", type=Path)
    parser.add_argument("result", type=Path)
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one, for ours")
    parser.add_argument("--flat", action="store_true", help="the outermost attributions only, for ours")
    args = parser.parse_args()
    texts: dict[str, str] = json.loads(args.texts.read_text(encoding="utf-8"))
    if args.system != OURS and PEERS[args.system].missing():
        result: dict[str, object] = {"missing": PEERS[args.system].packages}
    else:
        loaded = ours(args.model, args.flat) if args.system == OURS else PEERS[args.system].load()
        result = measured(loaded, texts)
    args.result.write_text(json.dumps(result), encoding="utf-8")


def measured(loaded: Loaded, texts: dict[str, str]) -> dict[str, object]:
    """Read the texts and tell ``versions``, ``found``, ``words``, ``seconds`` and ``megabytes``.

    Seconds are of processor time, the system's and the user's, of all threads; loading and a first sentence are left out.
    Megabytes (10⁶ bytes) are the most that the process held, loading included.
    """
    loaded.read(WARM_UP)
    began = time.process_time()
    found = {name: loaded.read(text) for name, text in texts.items()}
    seconds = time.process_time() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "versions": loaded.versions,
        "found": {name: [one._asdict() for one in ones] for name, ones in found.items()},
        "words": sum(len(text.split()) for text in texts.values()),
        "seconds": seconds,
        "megabytes": most / (1e6 if sys.platform == "darwin" else 1e6 / 1024),
    }


def ours(model: Path | None, flat: bool) -> Loaded:
    """Our reader from text to reading, loaded; ``flat`` leaves out the attributions inside contents."""
    import rashomon

    def read(text: str) -> list[Found]:
        return [
            Found(*([(s.start, s.end) for s in part] for part in (a.source, a.cue, a.content)))
            for a in rashomon.attribute(text, model=model)[1].attributions
            if not (flat and a.inside is not None)
        ]

    read(WARM_UP)
    return Loaded(f"Rashomon {rashomon.__version__}" + (f", {model}" if model else ""), read)


if __name__ == "__main__":
    main()
