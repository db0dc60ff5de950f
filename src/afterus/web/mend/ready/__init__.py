"""Ready to talk: a check of what has changed, and whether a no can be heard."""
