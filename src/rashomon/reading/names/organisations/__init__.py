"""Which bodies a report names, outlets too, and where their names begin and end."""
