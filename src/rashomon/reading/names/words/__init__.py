"""Words that names are told by: titles, roles, kin, given names, peoples, and the nouns that bodies are called by."""
