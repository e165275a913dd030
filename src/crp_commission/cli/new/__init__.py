"""Start a file of your own, with comments that say what belongs where."""
