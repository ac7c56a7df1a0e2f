"""The steps. One that is out in the world is never changed again; a later one corrects it."""
