"""Differences become sentences: one file for each document kind offers WORDS; the rest is said in general words."""
