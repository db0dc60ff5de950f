"""Mend: living with it, day after day."""
