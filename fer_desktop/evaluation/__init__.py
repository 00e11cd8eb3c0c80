"""Labelled data sets and the measurement of a model on them; training reads its data here too."""
