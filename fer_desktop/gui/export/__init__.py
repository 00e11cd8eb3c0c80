"""Writing a session as a file of another program, from the window."""
