"""``python -m rashomon.ledger`` prints what each table and column holds: the last part of docs/ledger.md."""

from __future__ import annotations

import sqlite3

from rashomon.ledger import schema
from rashomon.ledger.columns import columns_page

connection = sqlite3.connect(":memory:", isolation_level=None)
schema.migrate(connection)
print(columns_page(schema.tables(connection)), end="")
