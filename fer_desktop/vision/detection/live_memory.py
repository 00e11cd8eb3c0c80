"""What a live detector keeps of a face from frame to frame, and the same in numbers alone."""

from dataclasses import dataclass, replace

from fer_desktop.core.geometry import BoundingBox, Square
from fer_desktop.vision.detection.optical_flow import Gray, Patch, PatchOrigin
from fer_desktop.vision.detection.scan_schedule import ScanState


@dataclass(frozen=True, eq=False)
class Memory:
    """What is known of a face beside its box.

    Attributes:
        place: Its place in parts of pixels.
        looked_s: Time of the frame in which it was checked last.
        patch: What it looked like then.
        is_seen: Whether it was seen then.
        n_looks: How many checks its place rests on.
    """

    place: Square
    looked_s: float
    patch: Patch
    is_seen: bool = True
    n_looks: int = 1


@dataclass(frozen=True)
class MemoryState:
    """A memory without its patch, which can be cut again from the frame that it is from.

    Attributes:
        box: Of the face.
        place: As `Memory` has it, and what follows.
        looked_s: See there.
        is_seen: See there.
        n_looks: See there.
        origin: Where the patch was cut.
        patch_place: Where the face is in it, by what was seen since.
    """

    box: BoundingBox
    place: Square
    looked_s: float
    is_seen: bool
    n_looks: int
    origin: PatchOrigin
    patch_place: Square

    @classmethod
    def of(cls, box: BoundingBox, memory: Memory) -> "MemoryState":
        """Return a memory in numbers."""
        patch = memory.patch
        looks = memory.looked_s, memory.is_seen, memory.n_looks
        return cls(box, memory.place, *looks, patch.origin, patch.place)

    def memory(self, gray: Gray) -> Memory:
        """Return the memory again.

        Args:
            gray: The frame that its patch was cut from.
        """
        patch = Patch.cut(gray, self.origin.place, self.origin.time_s)
        whole = replace(patch, place=self.patch_place)
        return Memory(self.place, self.looked_s, whole, self.is_seen, self.n_looks)


@dataclass(frozen=True)
class DetectorState:
    """All that what a live detector says next depends on, but pictures.

    Attributes:
        memories: Of the faces, in their order.
        shape: Height and width of the frames; empty before the first.
        time_s: Of the last frame.
        scan: How far the look for new faces is.
    """

    memories: tuple[MemoryState, ...]
    shape: tuple[int, ...]
    time_s: float
    scan: ScanState
