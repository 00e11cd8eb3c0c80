"""The face check: its data, its training, its export and its figures."""
