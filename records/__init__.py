"""What is kept: one encrypted store of people, staff, ranges, programmes, practices and diary."""
