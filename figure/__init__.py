"""A body that can be posed and drawn: proportions, kinematics, painter, exact truth."""
