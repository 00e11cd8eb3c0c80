"""Plain data and pure functions: no OpenCV, no threads, no files, no Qt."""
