"""Report → reading: attributions, mentions, speakers and sentences of one report."""
