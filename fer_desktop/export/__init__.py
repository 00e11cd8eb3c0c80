"""Results as tables and annotated pictures."""
