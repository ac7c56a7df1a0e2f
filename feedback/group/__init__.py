"""Several people at once: one pacer for all, each inside their own range."""
