"""How and when something was said: channel, addressee, chain, date of saying, why a source has no name."""
