"""What is told inside the contents of attributions, to any depth."""
