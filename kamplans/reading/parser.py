"""The YAML parser: libyaml by way of ruamel.yaml.clib, one event after the other, each with its marks."""

from kamplans.errors import KamplansError

try:
    from _ruamel_yaml import (
        AliasEvent,
        CParser,
        DocumentEndEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
except ModuleNotFoundError as missing:
    raise KamplansError(
        f"The YAML parser is not installed: {missing.name} is missing",
        "install the package ruamel.yaml.clib for this Python",
    ) from missing

__all__ = [
    "AliasEvent",
    "CParser",
    "DocumentEndEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
]
