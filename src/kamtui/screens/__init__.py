"""Where can one be? The screens, their tabs, and what opens over them."""
