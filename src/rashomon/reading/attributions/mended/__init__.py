"""What the tagger found, mended where the words beside, quotation marks or small trees tell better."""
