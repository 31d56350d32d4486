"""How did it get here? The timeline of a plan, told by its commits."""
