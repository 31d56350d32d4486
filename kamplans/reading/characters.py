"""Which characters a plan may not hold, and the text that libyaml is given instead of them."""

import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, line separators unknown to git and editors, byte order marks and non-characters."""

BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls for the direction of writing."""

UNWELCOME = re.compile(f"{CONTROL.pattern}|{BIDI.pattern}")

STAND_IN = "\ufffd"


def without_unwelcome(text: str) -> str:
    """Return the text with a stand-in for every unwelcome character; offsets stay what they are."""
    return UNWELCOME.sub(STAND_IN, text)
