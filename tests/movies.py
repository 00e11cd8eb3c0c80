"""Writes small videos whose frames tell their own numbers, in any container, with PyAV."""

from fractions import Fraction

import av
import numpy as np

TICKS = 90_000
DARK, BRIGHT = 60, 200
N_BITS = 8


def coded(number, width=320, height=240):
    """Return a picture that says its number: a bar for each bit, the lowest to the left."""
    image = np.full((height, width, 3), DARK, np.uint8)
    for bit in range(N_BITS):
        if number >> bit & 1:
            image[:, bit * width // N_BITS : (bit + 1) * width // N_BITS] = BRIGHT
    return image


def number_of(image):
    """Return which of the coded pictures this is, of whatever size."""
    height, width = image.shape[:2]
    middles = [(2 * bit + 1) * width // (2 * N_BITS) for bit in range(N_BITS)]
    return sum(
        (image[height // 2, x - 1 : x + 2].mean() > (DARK + BRIGHT) / 2) << bit
        for bit, x in enumerate(middles)
    )


def write_movie(path, pictures, *, codec="libx264", times=None, rate=25, options=None, **more):
    """Write a video and return its path.

    Args:
        path: Its suffix chooses the container.
        pictures: The (H, W, 3) uint8 BGR pictures, or frames of PyAV.
        codec: Of the picture track.
        times: In seconds; evenly at `rate` without.
        rate: What the file says to be its nominal rate.
        options: Of the encoder.
        more: `pix_fmt`, `format` and `container_options`, `sound_s` for a track of sound of that
            length, `prepare` takes the stream before the first picture.
    """
    pictures = list(pictures)
    times = [number / rate for number in range(len(pictures))] if times is None else times
    with av.open(
        str(path), "w", format=more.get("format"), options=more.get("container_options", {})
    ) as file:
        track = file.add_stream(codec, rate=rate, options=options or {})
        # Threads wait for each other by spinning, which takes long where other tests run beside.
        track.codec_context.thread_count = 1
        first = pictures[0]
        is_frame = isinstance(first, av.VideoFrame)
        track.width, track.height = (
            (first.width, first.height) if is_frame else (first.shape[1], first.shape[0])
        )
        track.pix_fmt = more.get("pix_fmt", "yuv420p")
        even = ("mpeg4", "mpeg2video", "dvvideo", "mjpeg", "rawvideo", "flv")
        if codec not in even and file.format.name not in ("avi", "h264", "hevc"):
            track.codec_context.time_base = Fraction(1, TICKS)
        if "prepare" in more:
            more["prepare"](track)
        sound = file.add_stream("pcm_s16le", rate=8000) if more.get("sound_s") else None
        packets = list(_encoded(track, pictures, times))
        packets += list(_sound(sound, more["sound_s"])) if sound else []
        for packet in sorted(packets, key=lambda each: float(each.dts * each.time_base)):
            file.mux(packet)
    return path


def _encoded(track, pictures, times):
    for picture, time_s in zip(pictures, times, strict=True):
        is_frame = isinstance(picture, av.VideoFrame)
        frame = picture if is_frame else av.VideoFrame.from_ndarray(picture, format="bgr24")
        frame.pts, frame.time_base = round(time_s * TICKS), Fraction(1, TICKS)
        yield from track.encode(frame)
    yield from track.encode()


def _sound(track, seconds):
    track.layout = "mono"
    for start in range(0, round(seconds * 8000), 800):
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), "s16", "mono")
        frame.sample_rate, frame.pts, frame.time_base = 8000, start, Fraction(1, 8000)
        yield from track.encode(frame)
    yield from track.encode()


def plane_frame(levels, pix_fmt, width=64, height=48, colorspace=None, color_range=None):
    """Return a frame with one level in each of its planes, of 8 bits or of more."""
    frame = av.VideoFrame(width, height, pix_fmt)
    for plane, level in zip(frame.planes, levels, strict=True):
        wide = frame.format.components[0].bits > 8
        array = np.frombuffer(plane, np.uint16 if wide else np.uint8)
        array[:] = level
    if colorspace is not None:
        frame.colorspace = colorspace
    if color_range is not None:
        frame.color_range = color_range
    return frame
