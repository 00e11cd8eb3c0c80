"""Run by `model.compare` in the other package's environment: times `fer` on a video.

Only the standard library, OpenCV and `fer`; nothing of this project can be imported there.
"""

import json
import sys
import time


def main() -> int:
    """Print the seconds a frame and the number of frames with a face, as JSON."""
    import cv2
    from fer.fer import FER

    detector = FER(mtcnn=False)  # its quicker way, with a Haar cascade
    capture = cv2.VideoCapture(sys.argv[1])
    seconds, found = [], 0
    start = time.perf_counter()
    while True:
        is_there, frame = capture.read()
        if not is_there:
            break
        faces = detector.detect_emotions(frame)
        seconds.append(time.perf_counter() - start)
        start += seconds[-1]
        found += bool(faces)
    print(json.dumps({"seconds": seconds, "found": found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
