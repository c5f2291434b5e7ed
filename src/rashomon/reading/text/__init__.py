"""What the text itself tells, before anybody is looked for: sentences, quotation marks, phrases, numbers."""
