"""How what is seen compares with what a movement asks, over time. Pure: time is an argument."""
