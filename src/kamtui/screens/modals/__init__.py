"""What opens over a screen? Help, palette, lines of a file, a page by itself: closed again by esc."""
