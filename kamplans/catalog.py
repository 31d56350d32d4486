"""What there is of a kind is what its folder holds: each file offers one value.

Names are listed without importing anything; a module is imported when its value is asked for. The file name is the
name of the entry, with hyphens for underscores; files that begin with an underscore are the folder's own.
"""

from importlib import import_module
from pathlib import Path
from typing import TypeVar

Entry = TypeVar("Entry")


def names(package: str) -> list[str]:
    """Return the entry names of a package, sorted, importing only the package itself."""
    folders = import_module(package).__path__
    stems = {path.stem for folder in folders for path in Path(folder).glob("*.py")}
    return sorted(stem.replace("_", "-") for stem in stems if not stem.startswith("_"))


def load(package: str, name: str, label: str, kind: type[Entry]) -> Entry:
    """Import one entry of a package and return its value; TypeError if the file does not offer one."""
    module = import_module(f"{package}.{name.replace('-', '_')}")
    entry = getattr(module, label, None)
    if not isinstance(entry, kind):
        raise TypeError(f"{module.__name__} must offer {label}, a {kind.__name__}")
    return entry
