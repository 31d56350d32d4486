"""How are many plans read without a hitch on the screen? While they are made, nothing searches them for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Make many values that will stay: the collector, which stops every thread, neither runs nor sees them later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
