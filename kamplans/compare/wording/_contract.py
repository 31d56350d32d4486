"""What a document kind offers to this room: sentences and weights for its own fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kamplans.compare.wording._fact import Fact

Sentence = Callable[[Fact], str | None]
"""Says a fact in one sentence, or leaves it to the general words."""


@dataclass(frozen=True)
class Words:
    """What one document kind says for itself: sentences and weights by the path of the schema (`people[].sentiment`).

    A weight is 0–100: 90 and more for what somebody must act on, 70 for what changes the picture, 50 for what moves, 30
    for what was noted, 10 for attributes.
    """

    sentences: Mapping[str, Sentence]
    weights: Mapping[str, int | Callable[[Fact], int]]
