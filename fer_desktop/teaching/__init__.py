"""The loop on people's own pictures: corrections kept here, measured, and taught to a model."""
