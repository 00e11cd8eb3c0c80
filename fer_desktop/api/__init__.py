"""What Python users import: the analyzer, live frames, tables."""
