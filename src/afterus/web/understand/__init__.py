"""Understand: the reflection, the reading, and why."""
