"""Bytes in: where captures come from."""
