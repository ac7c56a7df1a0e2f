"""How it looks: theme, layout, paint and screens over plain data from ``feedback``."""
