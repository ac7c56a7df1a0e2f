"""Our own few widgets: keyboard first, large enough to meet, and the focus always seen."""
