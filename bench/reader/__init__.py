"""How well and how fast the reader reads, alone and beside its peers: ``python -m bench.reader [--peers]``."""
