"""The mirror's pages: a chat in, what it shows of both, and what of it is kept."""
