"""Figures of a recording: shares of time, episodes, transitions, valence, and what was lost."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from fer_desktop.core.labels import LABELS, UNCERTAIN
from fer_desktop.sessions.episodes import (
    EndOf,
    Episode,
    EpisodeFinder,
    FrameRows,
    frames_of,
    no_end,
)
from fer_desktop.sessions.rows import Row

SHOWN_LABELS: Final = (*LABELS, UNCERTAIN)
_MEASURED: Final = frozenset({"OK", "UNSURE", "LOW_QUALITY"})


@dataclass(frozen=True)
class LabelFigures:
    """How often and how long a face was shown with a label.

    Attributes:
        n_frames: In so many measured frames.
        share: Share of the time in which the face had any label, in [0, 1]; of pictures, the share
            of the faces. None where there is nothing to share.
        total_s: All episodes together, in seconds.
        n_episodes: How many there were.
        mean_s: Mean length; None without one.
        longest_s: None without one.
    """

    n_frames: int
    share: float | None
    total_s: float
    n_episodes: int
    mean_s: float | None
    longest_s: float | None


@dataclass(frozen=True)
class FaceFigures:
    """The figures of one face, or of all faces of a set of pictures.

    Attributes:
        face_id: None for all faces of pictures.
        path: Video that it is from; "" for a camera or pictures.
        start_s: Time of its first frame.
        end_s: Time of its last frame.
        n_frames: Frames of the source from its first to its last, seen or not.
        n_lost: Those of them in which it was not measured: not found, held, dropped, source lost.
        labels: By label, `uncertain` too.
        transitions: How often one label followed another without a gap.
        valence_mean: Of the raw values of the measured frames; None without one.
        valence_deviation: Their standard deviation; None below two.
    """

    face_id: int | None
    path: str
    start_s: float
    end_s: float
    n_frames: int
    n_lost: int
    labels: dict[str, LabelFigures]
    transitions: dict[tuple[str, str], int]
    valence_mean: float | None
    valence_deviation: float | None

    @property
    def lost(self) -> float:
        """Share of its frames in which it was not measured, in [0, 1]."""
        return self.n_lost / self.n_frames if self.n_frames else 0.0


@dataclass(frozen=True)
class Faceless:
    """A recording in which no face was found at all, or a set of pictures.

    Attributes:
        path: Of the video; "" for a camera or pictures.
        n_frames: Its frames, all of which are lost.
    """

    path: str
    n_frames: int


@dataclass(frozen=True)
class Statistics:
    """The figures of a recording.

    Attributes:
        faces: Those that were seen longest first.
        n_frames: All frames.
        n_lost: Those without any measured face.
        faceless: What has no face at all, in the order in which it came.
        n_of_path: Frames of each recording, by its path.
    """

    faces: tuple[FaceFigures, ...]
    n_frames: int
    n_lost: int
    faceless: tuple[Faceless, ...] = ()
    n_of_path: Mapping[str, int] = field(default_factory=dict)

    @property
    def lost(self) -> float:
        """Share of the frames without any measured face, in [0, 1]."""
        return self.n_lost / self.n_frames if self.n_frames else 0.0


@dataclass
class _Face:
    """What is gathered of one face while the frames pass."""

    first: int
    start_s: float
    last: int = 0
    end_s: float = 0.0
    n_measured: int = 0
    frames: Counter[str] = field(default_factory=Counter)
    lengths: dict[str, list[float]] = field(default_factory=dict)
    transitions: Counter[tuple[str, str]] = field(default_factory=Counter)
    mean: float = 0.0
    squares: float = 0.0

    def see(self, number: int, row: Row) -> None:
        self.last, self.end_s = number, row.time_s
        if row.status not in _MEASURED or row.raw is None or row.shown is None:
            return
        self.n_measured += 1
        self.frames[row.shown.label] += 1
        # Mean and spread in one pass, without loss of digits: Welford (1962).
        difference = row.raw.valence - self.mean
        self.mean += difference / self.n_measured
        self.squares += difference * (row.raw.valence - self.mean)

    def end(self, episode: Episode) -> None:
        self.lengths.setdefault(episode.label, []).append(episode.duration_s)
        if episode.follows:
            self.transitions[episode.follows, episode.label] += 1


class StatisticsCollector:
    """Takes frame by frame and gives the figures at the end; frames are not kept.

    Args:
        stills: The frames are single pictures: time means nothing, and all faces are one group.
        end_of: Tells when the video of a path ends.
    """

    def __init__(self, *, stills: bool = False, end_of: EndOf = no_end) -> None:
        self._stills = stills
        self._faces: dict[tuple[str, int | None], _Face] = {}
        self._of_path: Counter[str] = Counter()
        self._finder = EpisodeFinder(end_of)
        self._n_frames = self._n_lost = 0

    def add(self, frame: FrameRows) -> list[Episode]:
        """Take a frame, and return the episodes that are over with it."""
        path = "" if self._stills else frame[0].path
        self._of_path[path] += frame[0].status != "UNREADABLE"
        if frame[0].status == "UNREADABLE":
            return []
        self._n_frames += 1
        self._n_lost += not any(row.status in _MEASURED for row in frame)
        for row in frame:
            if row.raw is None:
                continue
            key = ("", None) if self._stills else (row.path, row.face_id)
            if key not in self._faces:
                self._faces[key] = _Face(self._n_frames, row.time_s)
            self._faces[key].see(self._n_frames, row)
        if self._stills:
            return []
        return self._told(self._finder.add(frame))

    def end(self) -> list[Episode]:
        """Return the episodes that the end of the source ends."""
        return self._told(self._finder.finish())

    def statistics(self) -> Statistics:
        """Return the figures; `end` comes first."""
        found = [self._figures(*key, face) for key, face in self._faces.items()]
        found.sort(key=lambda each: each.n_lost - each.n_frames)
        known = {path for path, _ in self._faces}
        faceless = [Faceless(path, n) for path, n in self._of_path.items() if path not in known]
        return Statistics(
            tuple(found), self._n_frames, self._n_lost, tuple(faceless), dict(self._of_path)
        )

    def _told(self, over: list[Episode]) -> list[Episode]:
        for episode in over:
            self._faces[episode.path, episode.face_id].end(episode)
        return over

    def _figures(self, path: str, face_id: int | None, face: _Face) -> FaceFigures:
        n = face.n_measured
        # Of pictures, those without a face are lost.
        n_frames = n + self._n_lost if self._stills else face.last - face.first + 1
        return FaceFigures(
            face_id,
            path,
            face.start_s,
            face.end_s,
            n_frames,
            n_frames - n,
            _label_figures(face),
            dict(face.transitions),
            face.mean if n else None,
            math.sqrt(max(0.0, face.squares) / (n - 1)) if n > 1 else None,
        )


def _label_figures(face: _Face) -> dict[str, LabelFigures]:
    totals = {label: sum(face.lengths.get(label, ())) for label in SHOWN_LABELS}
    # One frame alone has no length; then, as for pictures, frames are counted.
    weights = totals if sum(totals.values()) else face.frames
    whole = sum(weights.values())
    found = {}
    for label in SHOWN_LABELS:
        lengths = face.lengths.get(label, [])
        found[label] = LabelFigures(
            face.frames[label],
            weights[label] / whole if whole else None,
            totals[label],
            len(lengths),
            totals[label] / len(lengths) if lengths else None,
            max(lengths) if lengths else None,
        )
    return found


def statistics_of(
    rows: Iterable[Row], *, stills: bool = False, end_of: EndOf = no_end
) -> Statistics:
    """Return the figures of all rows; `stills` says that each is a picture of its own."""
    collector = StatisticsCollector(stills=stills, end_of=end_of)
    for frame in frames_of(rows):
        collector.add(frame)
    collector.end()
    return collector.statistics()
