"""The one thread on which decisions are written: one at a time, and the collation after the last of them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rashomon.deciding import Decision, apply, decide
from rashomon.ledger import Ledger
from rashomon.records import Correction

#: Seconds that an answer waits for the collation; a large ledger's goes on behind it.
PATIENCE = 8.0


class Writer:
    """Writes decisions to the ledger at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="decision")
        self._asked = 0

    async def decide(self, decision: Decision) -> tuple[tuple[Correction, ...], bool]:
        """The corrections that a decision became, and whether all that follows from them is done.

        Raises LedgerError, having written nothing, for what cannot be decided so.
        """
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._pool, self._decide, decision)
        self._asked += 1
        following = loop.run_in_executor(self._pool, self._follow, self._asked)
        done, _ = await asyncio.wait({following}, timeout=PATIENCE)
        if done:
            following.result()
        else:
            following.add_done_callback(lambda future: future.exception())
        return found, bool(done)

    def close(self) -> None:
        """Wait for what is being written."""
        self._pool.shutdown()

    def _decide(self, decision: Decision) -> tuple[Correction, ...]:
        with Ledger.open(self._path, create=False) as ledger:
            return decide(ledger, decision)

    def _follow(self, asked: int) -> None:
        if asked == self._asked:  # or another decision waits, and the collation after that one serves both
            with Ledger.open(self._path, create=False) as ledger:
                apply(ledger)
