"""One command a file; heavy libraries are imported inside them, so that help is quick."""
