"""Where frames come from: cameras by name, their formats and health, streams, the demo."""
