"""Finds faces: Haar candidates, the face check, live detection, optical flow, YuNet."""
