"""Attributions that the tagger passes over, told by the form of their words."""
