"""What the window and the command line share: paths, settings, logging, putting parts together."""
