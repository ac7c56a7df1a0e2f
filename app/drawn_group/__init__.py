"""Drawn groups as a source of frames."""
