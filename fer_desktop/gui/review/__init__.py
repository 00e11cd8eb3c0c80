"""The review of a recorded session."""
