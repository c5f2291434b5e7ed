"""Which reports tell of the same events."""
