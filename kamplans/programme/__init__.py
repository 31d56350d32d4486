"""Is it worth it? What a portfolio of key accounts yields, owes and has coming."""
