"""Finds faces: Haar candidates, a closer look, live detection, optical flow, YuNet."""
