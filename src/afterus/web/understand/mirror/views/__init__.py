"""The pages of the mirror: thin, they route between the vault, the work and the contexts."""
