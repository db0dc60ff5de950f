"""Let go: one idea a page, sealed, to come back to at any time; and the celebration."""
