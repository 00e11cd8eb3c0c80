"""A recorded session on disk: its rows, its files, its figures, and what a review is made of."""
