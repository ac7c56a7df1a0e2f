"""The patient's screens: one for each part of a practice."""
