"""The numbered SQL scripts that bring a ledger from one version to the next (released ones never change)."""
