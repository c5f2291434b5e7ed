"""``python -m rashomon.ledger`` prints what each table and view and their columns hold: the last part of docs/ledger.md."""

from __future__ import annotations

import sqlite3

from rashomon.ledger import schema
from rashomon.ledger.columns import columns_page
from rashomon.ledger.views import VIEWS

connection = sqlite3.connect(":memory:", isolation_level=None)
schema.migrate(connection)
print(columns_page((*schema.tables(connection), *(view.table for view in VIEWS))), end="")
