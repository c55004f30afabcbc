"""Writing a letter in a case."""
