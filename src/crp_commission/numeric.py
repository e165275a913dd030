"""NumPy, loaded only where there is room for it.

Its library for sums of products ends the whole process when it is refused memory, which no caller can catch. So the
room is looked at before it is loaded, and what it sets aside for its work it takes at once.
"""

from __future__ import annotations

from .memory import require_room

_NEEDED = 200_000_000
"""Bytes for the library, its work space, the weights and a short document."""
require_room(_NEEDED)

import numpy as np  # noqa: E402 - not before there is room for it
from numpy.typing import ArrayLike, NDArray  # noqa: E402

__all__ = ["ArrayLike", "NDArray", "np"]

_SIDE = 64  # wide enough for the general way of multiplying, which takes the work space
_ = np.ones((_SIDE, _SIDE)) @ np.ones((_SIDE, _SIDE))
