"""Practices: one change at a time, an if-then plan, noted kindly, looked back on each week."""
