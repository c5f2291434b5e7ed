"""Where two wordings of one statement differ, word by word, and how."""
