"""Letters that stay here: written, read again, thrown away, and never sent."""
