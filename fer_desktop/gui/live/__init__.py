"""Live mode: the running camera or video, recording it, snapshots."""
