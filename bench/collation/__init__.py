"""Measuring and fitting the collation: statements against pairs of translations, stories against ECB+ and NeuS."""
