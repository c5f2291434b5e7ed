"""How fast the reading room's pages are on a large ledger, while it is written, beside Datasette on the same file.

python -m bench.room measure /tmp/large.db --datasette

makes LEDGER where it does not exist (105,000 reports, a million statements, 5.2 GB, four minutes; `make` does only that),
has twenty readers ask for one page after another while another program writes, and then the same of Datasette
(pip install datasette) for the pages that it can make.
"""
