"""How the reader stands up to texts that came out wrong: ``python -m bench.mutations``."""
