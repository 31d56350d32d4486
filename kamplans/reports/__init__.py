"""Answers become reports: one file for each."""
