"""What is claimed, measured: each module is one command that prints its figures."""
