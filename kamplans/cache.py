"""Where is kept what can be made again? One folder of this user, for every room that keeps something."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder for what can be made again: KAMPLANS_CACHE_DIR, else `kamplans` where the system keeps such.

    It need not exist. Raises RuntimeError where this user has no home.
    """
    own = os.environ.get("KAMPLANS_CACHE_DIR")
    if own:
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base) / "kamplans"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "kamplans"
