"""Records to rows and back, a table or a few of them at a time."""
