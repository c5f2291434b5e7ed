"""The times a report tells: where they stand, and which days they are."""
