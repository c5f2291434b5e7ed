"""The addresses of the reading room, by what is found there."""
