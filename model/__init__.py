"""The training workshop: networks, training, evaluation and export. Run from a checkout."""
