"""How much one file may hold before reading it stops; a full account plan stays below a hundredth of each."""

MAX_DEPTH = 64
"""The deepest nesting of maps and lists."""

MAX_VALUES = 100_000
"""The most keys and values; a file of fewer bytes cannot have more."""

MAX_FINDINGS = 50
"""The most findings of one file that are listed."""

MAX_FAULTS = 1000
"""The most faults of one sort that are looked for; a file with more of them says nothing new."""
