"""Faces from a face model: real neutral photographs that are moved, and rendered heads."""
