"""Drawn figures with exact angles, seen by the real pose model: the truth of the benchmarks."""
