"""What stands in the list of accounts, and what gives way where room is short? Nine columns, light as the frame."""

from kamtui.wording.columns import Column
from kamtui.wording.figures import sign

GRADE = 3
"""The place of the column that orders the list at first."""


def account_columns(currency: str | None) -> tuple[Column, ...]:
    """Return the columns; money carries its unit in the title."""
    unit = f" {sign(currency)}" if currency else ""
    return (
        Column("Account", most=32, least=19, grows=True),
        Column("Tier", most=12, rank=4, falling=True, first="strategic first"),
        Column("Owner", most=18, rank=5),
        Column("Grade", falling=True, first="worst first"),
        Column("Access", right=True, rank=1, first="lowest first"),
        Column(f"Exposed{unit}", right=True, rank=6, falling=True, first="highest first"),
        Column(f"ACV{unit}", right=True, rank=3, falling=True, first="highest first"),
        Column("Review", right=True, rank=2, first="soonest first"),
        Column("Findings", rank=2, falling=True, first="most first"),
    )
