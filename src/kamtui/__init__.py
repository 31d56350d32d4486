"""The terminal UI: it shows what the engine answers, and decides nothing itself."""
