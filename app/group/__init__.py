"""A group before one camera: wiring."""
