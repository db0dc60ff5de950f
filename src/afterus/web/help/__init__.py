"""Help now: lines by country, open or locked."""
