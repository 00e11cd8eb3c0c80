"""The live pipeline: a capture thread and an analysis thread, and what owns both."""
