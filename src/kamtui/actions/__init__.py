"""What can one do here? Every action once: its keys, its words, and why it may not be possible just now."""
