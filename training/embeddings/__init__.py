"""How the sentence vectors' model is made: see :mod:`training.embeddings.export`."""
