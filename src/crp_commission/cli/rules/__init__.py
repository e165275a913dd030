"""Look at rulesets: list them, show one, explain a criterion, check a file, print the schemas.

\b
Examples:
  crp-commission rules list
  crp-commission rules explain DO-PAR-1
  crp-commission rules try "Children's views are sought before every review."
"""
