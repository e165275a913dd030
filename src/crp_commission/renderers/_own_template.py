"""A template of the person's own, drawn in a worker: what goes in and how the worker draws it.

The module is named to :func:`crp_commission.isolation.draw`, which calls ``read`` there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import isolation
from ..limits import Limits
from ._templates import TemplateFile, draw


def draw_apart(template: TemplateFile, context: Mapping[str, Any], limits: Limits) -> str:
    """What the template draws, made in a worker. Raises UsageError with the template's line if it is wrong."""
    order = {
        "name": template.name,
        "suffix": template.suffix,
        "file": template.file,
        "folder": str(Path(str(template.folder)).absolute()),
        "context": context,
    }
    return isolation.draw(__name__, json.dumps(order).encode(), template.file, limits)


def read(data: bytes, name: str, limits: Limits) -> str:
    """Inside the worker: what the template in an order of :func:`draw_apart` draws."""
    order = json.loads(data)
    folder = Path(order["folder"])
    return draw(TemplateFile(order["name"], order["suffix"], order["file"], folder, shipped=False), order["context"])
