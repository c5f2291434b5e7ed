"""Where the accounts of a story part: figures, denials, altered quotations, opposed claims."""
