"""Space: the days of it, urges and help with them, slips, and contact that children need."""
