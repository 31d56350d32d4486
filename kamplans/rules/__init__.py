"""Is it right? One file for each rule."""
