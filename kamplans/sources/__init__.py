"""Where bytes come from: a folder, a git revision, or memory."""
