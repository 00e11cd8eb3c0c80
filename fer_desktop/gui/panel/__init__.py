"""The side panel: the chosen face, its probabilities, its crop and its past."""
