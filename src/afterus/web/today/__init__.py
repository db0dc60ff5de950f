"""Today: what matters now."""
