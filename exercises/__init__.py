"""What a movement should be, and for whom: frozen definitions, ranges and their checks."""
