"""Learning the weights by which passages are recognised and judged."""
