"""How does a screen learn something? It asks; a worker finds out; the answer comes back as a message."""
