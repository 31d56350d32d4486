"""What was made as an example, and what to type next."""

import shlex
from pathlib import Path

from kamplans.model.demo import Demo
from kamplans.model.figures import count
from kamplans.model.report import Facts, Heading, Preformatted, Report


def demo_report(demo: Demo, here: Path) -> Report:
    """Return where the repository lies, what it holds and the commands to begin with, as typed from `here`."""
    folder = str(demo.folder)
    if demo.folder.is_relative_to(here.resolve()):
        folder = str(demo.folder.relative_to(here.resolve()))
    name = shlex.quote(folder)
    facts = (
        ("Folder", str(demo.folder)),
        ("History", f"{count(demo.commits, 'commit')} of {count(len(demo.authors), 'author')}"),
        ("Authors", ", ".join(demo.authors)),
        ("Newest", demo.head[:7]),
    )
    next_ = (f"kamtui -C {name}", f"kamplans -C {name} list", f"kamplans -C {name} log arctic-harvest")
    data = {
        "folder": str(demo.folder),
        "portfolio": str(demo.plans),
        "head": demo.head,
        "commits": demo.commits,
        "authors": list(demo.authors),
        "next": list(next_),
    }
    return Report(
        "The example portfolio with its history",
        (Facts(facts), Heading("What to type next"), Preformatted(next_)),
        data,
    )
