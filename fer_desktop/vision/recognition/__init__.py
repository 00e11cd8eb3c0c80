"""Names expressions: face crops, the models, their two engines."""
