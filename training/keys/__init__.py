"""The cells of meaning that candidate keys are made of."""
