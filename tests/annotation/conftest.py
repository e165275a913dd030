from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))  # for the builder of Word files
sys.path.insert(0, str(Path(__file__).parent))
