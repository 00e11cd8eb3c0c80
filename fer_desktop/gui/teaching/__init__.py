"""Correcting, measuring and teaching in the window."""
