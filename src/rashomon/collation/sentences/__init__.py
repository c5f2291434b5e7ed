"""What sentences are compared by: their vectors, the keys they share, and how alike two of them are."""
