"""What staff read of what was practised, answered and observed, and sign."""
