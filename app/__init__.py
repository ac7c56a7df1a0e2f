"""Wiring: command line, pipeline, loop, clock, timings, settings."""
