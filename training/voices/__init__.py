"""Training of the model that tells readers’ comments from articles."""
