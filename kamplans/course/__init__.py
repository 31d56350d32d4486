"""How did it go? The standing of an account after each of its commits: grade, access, goals, findings."""
