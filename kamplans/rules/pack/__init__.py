"""The rule pack: one file for each rule, named as the rule is."""
