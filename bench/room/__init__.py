"""How fast the reading room's pages are on a large ledger, while it is written, beside Datasette on the same file.

python -m bench.room measure /tmp/large.db --datasette

makes the ledger where there is none (100,000 reports, 1,000,000 statements: 4 GB, ten minutes of a processor; `make` does only
that), has twenty readers ask for one page after another while another program writes, and then the same of Datasette
(pip install datasette) for the pages that it can make.
"""
