"""Run by `model.rivals` in the other package's environment: what `fer` says to face crops.

Only the standard library, OpenCV and `fer`; nothing of this project can be imported there.
"""

import json
import sys


def main() -> int:
    """Print the package's version and its answer to each picture on stdin, as one JSON object.

    stdin has the path of one picture a line. The only argument is how many pixels the package adds
    around a face. Each answer is the package's own: from its word to a share, rounded by it.
    """
    import importlib.metadata

    import cv2
    from fer.fer import FER

    margin = int(sys.argv[1])
    network = FER(mtcnn=False, offsets=(margin, margin))
    answers = []
    for line in sys.stdin:
        picture = cv2.imread(line.rstrip("\n"))
        height, width = picture.shape[:2]
        faces = network.detect_emotions(picture, face_rectangles=[(0, 0, width, height)])
        answers.append(faces[0]["emotions"])
    print(json.dumps({"version": importlib.metadata.version("fer"), "answers": answers}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
