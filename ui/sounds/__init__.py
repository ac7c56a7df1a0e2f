"""How it sounds: chimes, a soft noise to be in, and a caption for whatever sounds."""
