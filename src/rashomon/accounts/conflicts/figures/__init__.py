"""Figures that disagree: which stand against which, and on which side."""
