"""Twenty readers at once, each asking for one page after another without a pause, while another program writes.

Each kind of page has its p50 and p99, answers a second, what a single reader waits, and the server's processor time an
answer, which other work on the machine changes least. Linux alone tells that time.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.room.made import Maker
from rashomon.ledger import Ledger

#: Reports that the writer adds a second: about what `rashomon read` reads on two cores.
WRITTEN_A_SECOND = 10.0

#: Addresses drawn of each kind of page; no page is asked for twice in a row.
DRAWN = 400


def measure(ledger: Path, readers: int, seconds: float, datasette: bool) -> None:
    """Print p50 and p99 in milliseconds, and answers a second, of each kind of page."""
    ours, theirs = addresses(ledger)
    draw = random.Random(4)
    words = Maker()._words[:4000]
    questions = ["+".join(draw.choices(words, k=4)) for _ in range(DRAWN)]
    meant = {"search, by meaning": [f"/search?by=meaning&words={question}" for question in questions]}
    with writing(ledger):
        with server([sys.executable, "-m", "rashomon", "room", "--ledger", str(ledger), "--port"]) as place:
            table("Rashomon", place, ours, readers, seconds)
            print(f"\nthe index of meanings was made in {indexed(place[0]):.0f} s")
            table("Rashomon", place, meant, readers, seconds)
        if datasette:
            with server([datasette_command(), "serve", str(ledger), "--port"]) as place:
                table("Datasette", place, theirs, readers, seconds)


def addresses(path: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Addresses of each kind of page, ours and the comparable ones of Datasette."""
    draw = random.Random(3)
    with Ledger.open(path, read_only=True) as ledger, ledger.at_one_moment() as connection:

        def ids(query: str) -> list[str]:
            return [row[0] for row in connection.execute(query)]

        def some(query: str) -> list[str]:
            found = ids(query)
            return draw.sample(found, min(DRAWN, len(found)))

        stories = some("SELECT id FROM story")
        reports = some("SELECT id FROM report")
        statements = some("SELECT id FROM statement LIMIT 200000")
        shared = some("SELECT statement FROM wording WHERE ordinal = 2 LIMIT 20000")
        people = some("SELECT id FROM entity")
        most = ids("SELECT speaker FROM statement GROUP BY speaker ORDER BY count(*) DESC LIMIT 20")
        largest = ids("SELECT story FROM story_tally ORDER BY reports DESC LIMIT 20")
        names = some("SELECT name FROM entity")
        words = Maker()._words
    common, rare = words[:60], words[2000:6000]
    name = path.stem
    ours = {
        "stories": [f"/stories?start={n * 50}" for n in range(100)],
        "stories, by who speaks": [f"/stories?named={n.replace(' ', '+')}" for n in names],
        "stories, in conflict": [f"/stories?conflict=any&order=conflicts&start={n * 50}" for n in range(20)],
        "stories, by a rare word": [f"/stories?words={draw.choice(rare)}" for _ in range(DRAWN)],
        "stories, latest first": [f"/stories?order=latest&start={n * 50}" for n in range(100)],
        "story": [f"/story/{s}" for s in stories],
        "story, the largest": [f"/story/{s}" for s in largest],
        "report": [f"/report/{r}" for r in reports],
        "statement": [f"/statement/{s}" for s in statements],
        "statement, in several reports": [f"/statement/{s}" for s in shared],
        "people": [f"/people?start={n * 50}" for n in range(40)],
        "person": [f"/person/{p}" for p in people],
        "person, the most quoted": [f"/person/{p}?start={n * 50}" for p in most for n in range(5)],
        "person, by topic": [f"/person/{p}?by=topic" for p in most],
        "search, two rare words": [
            f"/search?words={draw.choice(rare)}+{draw.choice(common)}" for _ in range(DRAWN)
        ],
        "search, a rare word": [f"/search?words={draw.choice(rare)}" for _ in range(DRAWN)],
        "search, a common word": [f"/search?words={word}" for word in common],
    }
    theirs = {
        "stories": [f"/{name}/story?_size=50&_sort_desc=latest" for _ in range(20)],
        "report": [f"/{name}/report/{r}" for r in reports],
        "statement": [f"/{name}/wording?statement__exact={s}" for s in statements],
        "statement, in several reports": [f"/{name}/wording?statement__exact={s}" for s in shared],
        "people": [f"/{name}/entity?_size=50&_sort=name" for _ in range(20)],
        "person": [f"/{name}/statement?speaker__exact={p}&_size=50" for p in people],
        "person, the most quoted": [f"/{name}/statement?speaker__exact={p}&_size=50" for p in most],
        "search, two rare words": [
            f"/{name}/searchable?_search={draw.choice(rare)}+{draw.choice(common)}&_size=20"
            for _ in range(DRAWN)
        ],
        "search, a rare word": [
            f"/{name}/searchable?_search={draw.choice(rare)}&_size=20" for _ in range(DRAWN)
        ],
        "search, a common word": [f"/{name}/searchable?_search={word}&_size=20" for word in common],
    }
    return ours, theirs


def table(
    name: str, place: tuple[int, int], kinds: dict[str, list[str]], readers: int, seconds: float
) -> None:
    columns = f"{'p50 ms':>9}{'p99 ms':>9}{'a second':>10}{'alone ms':>10}{'CPU ms':>8}{'kB':>7}"
    print(f"\n{name}, {readers} readers at once\n{'page':32}{columns}")
    port, process = place
    for kind, paths in kinds.items():
        alone, _, _ = visit(port, paths, 1, 1.0)
        before = processor_time(process)
        times, faults, size = visit(port, paths, readers, seconds)
        used = (processor_time(process) - before) / max(1, len(times))
        told = f"  {faults} not answered" if faults else ""
        print(
            f"{kind:32}{1000 * quantile(times, 0.5):9.0f}{1000 * quantile(times, 0.99):9.0f}{len(times) / seconds:10.0f}"
            f"{1000 * quantile(alone, 0.5):10.0f}{1000 * used:8.0f}{size / 1000:7.0f}{told}",
            flush=True,
        )


def visit(port: int, paths: list[str], readers: int, seconds: float) -> tuple[list[float], int, float]:
    """Seconds that each answer took, how many were no page, and the mean size of one."""
    end = time.perf_counter() + seconds
    times: list[float] = []
    sizes: list[int] = []
    faults = [0]

    def reader(seed: int) -> None:
        draw = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while (begun := time.perf_counter()) < end:
            connection.request("GET", draw.choice(paths), headers={"accept": "text/html"})
            answer = connection.getresponse()
            body = answer.read()
            times.append(time.perf_counter() - begun)
            sizes.append(len(body))
            if answer.status != 200:
                faults[0] += 1
        connection.close()

    threads = [threading.Thread(target=reader, args=(n,)) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, faults[0], sum(sizes) / max(1, len(sizes))


def quantile(times: list[float], q: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))]


def datasette_command() -> str:
    """Datasette's program, beside this Python or on the path."""
    found = shutil.which("datasette", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        raise SystemExit("no datasette here: pip install datasette")
    return found


def indexed(port: int) -> float:
    """Seconds until every sentence can be found by its meaning: an index in memory, made at the first question."""
    begun = time.perf_counter()
    reached = 0.0
    while reached < 0.999:  # the writer goes on
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/search.json?by=meaning&words=water")
        # On a busy machine a question may not be answered in time; the next one is.
        reached = json.loads(connection.getresponse().read()).get("reached", 0.0)
        connection.close()
    return time.perf_counter() - begun


def processor_time(process: int) -> float:
    """Seconds of processor that a process has used so far."""
    ticks = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(command: list[str]) -> Iterator[tuple[int, int]]:
    """A server at a free port until the block ends: its port and the number of its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen([*command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            assert process.poll() is None, f"{command[0]} did not start"
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Another process that adds reports, each committed by itself, as a read does."""
    code = (
        "import sys, time\n"
        "from bench.room.made import Maker\n"
        "from rashomon.ledger import Ledger\n"
        "with Ledger.open(sys.argv[1]) as ledger:\n"
        "    for capture, report, reading in Maker(time.time_ns()).reports():\n"
        "        ledger.add(capture, report, reading)\n"
        f"        time.sleep({1 / WRITTEN_A_SECOND})\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(path)])
    try:
        yield
        assert process.poll() is None, "the writer stopped"
    finally:
        process.terminate()
        process.wait(20)
