"""`python -m kamplans`."""

from kamplans.cli.main import main

raise SystemExit(main())
