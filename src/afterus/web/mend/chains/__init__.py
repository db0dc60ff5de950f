"""The five questions, deeper: each behaviour becomes its chain, in the person's own words."""
