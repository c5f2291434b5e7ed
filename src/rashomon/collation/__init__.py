"""Readings together: entities, statements with their wordings, stories."""
