"""What is kept: one encrypted store of people, staff, ranges, practices, groups and diaries."""
