"""Home: a person's own screens between practices, in the look of those of a practice."""
