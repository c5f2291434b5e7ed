"""What pages, the terminal and the dossier show of a ledger: lists, outlines, search with facets, tables to take away."""
