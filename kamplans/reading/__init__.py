"""Bytes become documents and a portfolio; bad input becomes findings, never an exception."""
