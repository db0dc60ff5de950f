"""The pages of Understand: thin, they route between the verbs and the contexts."""
