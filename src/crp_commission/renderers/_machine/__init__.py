"""What the formats for machines share: alerts, which are findings and points of law in one shape, gravest first."""
