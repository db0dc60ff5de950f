"""First run, unlocking, locking, leaving, and what a person keeps here about themselves."""
