"""What each page shows, as frozen records: the same for a person, in a template, and for a program, as JSON."""
