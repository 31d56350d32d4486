"""Key-account plans as code: the engine, without a screen."""

__version__ = "0.1.0"
