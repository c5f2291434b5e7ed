"""Which figures of a story are of one thing, and what they come to."""
