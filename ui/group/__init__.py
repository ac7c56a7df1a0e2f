"""A group: what all see on the projected screen, what its leader sees, and how places are set."""
