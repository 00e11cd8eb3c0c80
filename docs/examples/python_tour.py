# %% [markdown]
# # FER Desktop from Python
#
# A notebook as a plain script: VS Code, Spyder and PyCharm run its cells one by one, Jupyter opens
# it by jupytext, and `python docs/examples/python_tour.py` runs all of it. It needs no camera and
# leaves nothing behind. The table at the end needs pandas: `pip install 'fer-desktop[exports]'`.

# %%
import tempfile
from pathlib import Path

import cv2
import numpy as np

from fer_desktop import Analyzer, draw, to_pandas
from fer_desktop.system.paths import demo_picture

analyzer = Analyzer()  # loads the bundled model; keep it, and use it from this thread

# %% [markdown]
# ## A picture
#
# A path, a Pillow picture, or an array: (H, W, 3) uint8, blue-green-red as OpenCV reads it. Other
# libraries (imageio, matplotlib) give red-green-blue: `color="rgb"`. A path or a Pillow picture is
# turned upright as its EXIF orientation says. A list of pictures gives a list of faces for each.

# %%
for face in analyzer.analyze(demo_picture()):
    seen = ", ".join(face.quality.issues) or "well"
    print(f"{face.label} {face.confidence:.2f} at {face.box}, seen {seen}")
    print({label: round(p, 3) for label, p in face.probabilities.items()})

# %% [markdown]
# A label says what a face *looks like*. Where the strongest probability is below the model's
# threshold the label is `uncertain`; `Analyzer(min_confidence=0.8)` sets another one.

# %%
image_bgr = cv2.imread(str(demo_picture()))
darker = np.ascontiguousarray(image_bgr // 3)
for name, picture in {"as it is": image_bgr, "darker": darker, "no face": image_bgr * 0}.items():
    faces = analyzer.analyze(picture)
    print(f"{name}:", [(face.label, round(face.confidence, 2)) for face in faces])

# %% [markdown]
# `search` says how thoroughly faces are looked for; with `boxes` nothing is looked for, and
# `analyze_crops` takes pictures that are faces already. `draw` draws what was found, and
# `to_supervision` makes detections for supervision's annotators.

# %%
(found,) = analyzer.analyze(image_bgr, search="fast")
(same,) = analyzer.analyze(image_bgr[:, :, ::-1], color="rgb", boxes=[found.box])
drawn = draw(image_bgr, [found])
print(f"given and found: {same.label}, {found.label}; drawn on {drawn.shape[1]}x{drawn.shape[0]}")

# %% [markdown]
# ## A video
#
# First one to work with: two seconds in which the picture moves aside.

# %%
folder = tempfile.TemporaryDirectory()
video = Path(folder.name) / "clip.mp4"
size = 400
writer = cv2.VideoWriter(
    str(video), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 15, (size, size)
)
for step in range(30):
    writer.write(np.ascontiguousarray(image_bgr[:size, 2 * step : 2 * step + size]))
writer.release()

# %% [markdown]
# `analyze_video` is an iterator: frames are read as they are asked for, none is dropped, and a long
# video needs no more memory than a short one. Times are the container's own, also where the rate
# varies; `track_id` is the number that stays with a face.

# %%
for analyzed in analyzer.analyze_video(video, every=10):
    for face in analyzed.faces:
        print(f"{analyzed.frame.time_s:.3f} s: face {face.track_id} {face.label} at {face.box}")

# %% [markdown]
# ## A table
#
# `to_pandas` takes frames or faces. One row is a face in a frame, or a frame without a face; the
# columns are those of every file that the program exports: `p_...` are the network's raw
# probabilities.

# %%
table = to_pandas(analyzer.analyze_video(video), path=video.name)
print(table[["frame", "time_s", "status", "face_id", "label", "confidence", "p_happiness"]].head())
print(table.groupby("face_id")["p_happiness"].agg(["count", "mean", "std"]).round(3))

# %% [markdown]
# What each column means:

# %%
from fer_desktop.sessions.rows import DESCRIPTIONS

for column in ("status", "face_id", "label", "label_shown", "valence", "p_fear"):
    print(f"{column}: {DESCRIPTIONS[column]}")

# %% [markdown]
# ## Live
#
# `analyze_live` gives the newest result again and again, and drops what came meanwhile. `"camera"`
# is the first camera, `1` the second one; here it is the built-in demo. A loop that is left by
# `break` closes the camera.

# %%
for n, analyzed in enumerate(analyzer.analyze_live("demo"), start=1):
    print([f"{face.smoothed.label} {face.smoothed.confidence:.2f}" for face in analyzed.faces])
    if n == 5:
        break

# %% [markdown]
# In a program, `with Analyzer() as analyzer:` does the same as these two lines.

# %%
analyzer.close()
folder.cleanup()
