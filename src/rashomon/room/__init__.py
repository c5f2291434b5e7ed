"""The reading room: a local web page on a ledger, for people, with the same at every address as JSON, for programs."""
