"""How fast the reading room's pages are on a large ledger, while it is written, beside Datasette on the same file.

python -m bench.room make /tmp/large.db             # 100,000 reports, 1,000,000 statements; some minutes, once
python -m bench.room measure /tmp/large.db          # 20 readers at once, a writer beside them
python -m bench.room measure /tmp/large.db --datasette   # and the same of Datasette (pip install datasette)
"""
