"""The one room that knows git: GitPython finds a repository and its refs, hardened git plumbing reads it."""
