"""Where contents end: how ``ends.json`` is made."""
