"""Light to angles: frames, sources, the pose model, zones, measures."""
