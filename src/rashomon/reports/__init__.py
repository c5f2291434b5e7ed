"""Captures to reports: the readable text, by voice, with what is known of its outlet, authors and date."""
