"""Choosing a camera, setting it, and finding out what is wrong with it."""
