"""Quarterly series and their targets: metrics.yaml, and the company's own in portfolio.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kamplans.model.place import Keys
from kamplans.model.quarter import Quarter


@dataclass(frozen=True)
class Series:
    """Numbers by quarter (`2026-Q3`), measured and aimed at."""

    title: str | None = None
    unit: str | None = None
    source: str | None = None
    points: Mapping[str, float] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    at: Keys = ()

    def latest(self, count: int = 1) -> list[tuple[Quarter, float]]:
        """Return the newest points, newest first."""
        known = [(quarter, value) for text, value in self.points.items() if (quarter := Quarter.parse(text))]
        return sorted(known, reverse=True)[:count]


@dataclass(frozen=True)
class Metrics:
    """The whole of metrics.yaml."""

    series: Mapping[str, Series] = field(default_factory=dict)
