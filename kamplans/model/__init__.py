"""The words: frozen values of the domain, made of the standard library only."""
