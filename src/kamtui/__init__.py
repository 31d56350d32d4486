"""The terminal UI: key-account plans opened, understood and walked through on a screen."""
