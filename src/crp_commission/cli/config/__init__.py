"""What a check would be run with."""
