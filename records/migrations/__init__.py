"""The store's form, step by step: a file a step in `versions`, and which there are."""
