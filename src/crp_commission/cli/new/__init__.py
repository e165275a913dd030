"""Start a file of your own, with comments that say what belongs where.

\b
Examples:
  crp-commission new spec
  crp-commission new ruleset brackenmere
"""
