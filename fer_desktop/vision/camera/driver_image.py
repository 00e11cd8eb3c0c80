"""Makes pictures of what drivers give: gray ones, sixteen bits, and others than the usual BGR."""

import cv2
import numpy as np
from numpy.typing import NDArray

from fer_desktop.core.errors import NoPictureError
from fer_desktop.core.types import ImageBGR


class DriverImages:
    """Turns the arrays of one camera into pictures."""

    def __init__(self) -> None:
        self._n_bits = 8

    def picture(self, array: NDArray[np.generic], name: str) -> ImageBGR:
        """Return an array of a driver as a picture.

        A driver does not say how many of sixteen bits it uses: as many as its brightest pixel so
        far needs, so brightness stays the same from picture to picture.

        Args:
            array: (H, W), or (H, W, N) with one to four channels; whole numbers of 8 or 16 bits.
            name: Of the camera, for the error.

        Raises:
            NoPictureError: It is of another kind.
        """
        if array.dtype == np.uint16:
            self._n_bits = max(self._n_bits, int(array.max()).bit_length())
            array = np.right_shift(array, self._n_bits - 8).astype(np.uint8)
        channels = array.shape[2] if array.ndim == 3 else 1
        if array.dtype == np.uint8 and array.ndim in (2, 3):
            whole = np.ascontiguousarray(array, np.uint8)
            if channels == 3:
                return whole
            if channels == 1:
                return cv2.cvtColor(whole, cv2.COLOR_GRAY2BGR)  # type: ignore[return-value]
            if channels == 2 and whole.shape[1] % 2 == 0:
                return cv2.cvtColor(whole, cv2.COLOR_YUV2BGR_YUY2)  # type: ignore[return-value]
            if channels == 4:
                return np.ascontiguousarray(whole[:, :, :3])
        raise NoPictureError(
            f"The camera {name} gives pictures of a kind that is not known ({array.dtype}, "
            f"{'x'.join(map(str, array.shape))}). Choose another format in the camera's settings."
        )
