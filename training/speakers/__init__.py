"""Training of the scorer that tells whom a pronoun refers to."""
