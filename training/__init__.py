"""How the models are made: every step from data to packaged model and card, as commands."""
