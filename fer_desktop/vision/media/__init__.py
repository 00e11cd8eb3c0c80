"""Files of pictures that move: opened through PyAV, read in order and looked at here and there."""
