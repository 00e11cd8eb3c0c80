"""The live pipeline: a capture thread and an analysis thread, and the session that owns both."""
