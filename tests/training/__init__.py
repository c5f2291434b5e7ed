"""Tests of what the training steps do to text; none needs PyTorch."""
