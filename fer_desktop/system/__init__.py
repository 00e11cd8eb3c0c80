"""What every part needs of the operating system: files that are written whole, for a start."""
