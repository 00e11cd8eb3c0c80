"""Shows a picture with boxes and words over it."""
