"""People's decisions beside the machine's reading: how they point at it, which still stand, and the reading as they mend it."""
