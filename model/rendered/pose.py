"""How a head is held, and about which point it turns."""

from dataclasses import dataclass

BOX_MIDDLE_CM = (0.0, 2.2, 5.0)
"""The point of the head that is the middle of its box, however it is turned."""


@dataclass(frozen=True)
class Pose:
    """How a head is held, in degrees.

    Attributes:
        yaw_deg: To the person's left; 90 is a profile.
        pitch_deg: Up.
        roll_deg: Towards the left shoulder.
    """

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0
