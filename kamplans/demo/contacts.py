"""When had two people last met, on a day long before what the plans say now?"""

from collections.abc import Sequence
from datetime import date

from kamplans.demo.step import Contacts
from kamplans.demo.surgery import Cuts
from kamplans.model.day import day_of
from kamplans.model.document import Document
from kamplans.model.pattern import values

_UNTIL = "until "


def last_met(document: Document, day: date, contacts: Contacts, cuts: Cuts) -> None:
    """Give each relationship of a stakeholders file the contact that was its last on that day, or none."""
    for keys, item in values(document.data, "relationships[]"):
        stated = day_of(item.get("last_contact"))
        if stated is not None and stated <= day:
            continue
        met = _met(contacts.get(f"{item['ours']},{item['theirs']}", ()), day)
        if stated is None:
            if met is not None:
                cuts.fields[keys] = {"last_contact": met}
        elif met is None:
            cuts.keys.add((*keys, "last_contact"))
        else:
            cuts.values[*keys, "last_contact"] = met


def _met(days: Sequence[str], day: date) -> str | None:
    until = next((one.removeprefix(_UNTIL) for one in days if one.startswith(_UNTIL)), None)
    if until is not None and until <= day.isoformat():
        return None
    return max((one for one in days if one <= day.isoformat()), default=None)
