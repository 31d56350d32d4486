"""What changed? Items are matched by identity, fields are walked, and the difference is said in plan words."""
