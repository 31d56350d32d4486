"""Every code that reading can find, by code: the text and its YAML (Y…), the shape (S…), the files (X…)."""

from collections.abc import Mapping

from kamplans.model.code import Code, by_code
from kamplans.reading import file_codes, shape_codes, text_codes, value_codes, yaml_codes

CODES: Mapping[str, Code] = by_code(
    text_codes.CODES, yaml_codes.CODES, value_codes.CODES, shape_codes.CODES, file_codes.CODES
)
