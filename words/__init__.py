"""What is said: one catalogue a language, looked up by id."""
