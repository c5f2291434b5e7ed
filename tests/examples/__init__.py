"""The bundled example's hand-made gold, and the tests that hold it together."""
