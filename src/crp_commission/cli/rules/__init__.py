"""Look at rulesets: list them, show one, check a file, print the schemas."""
