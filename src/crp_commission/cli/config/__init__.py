"""What a check would be run with.

\b
Example:
  crp-commission config show tender-pack/
"""
