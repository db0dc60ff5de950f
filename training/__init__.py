"""How the language models are trained: `python3 go train`. docs/models.md tells of the outcome."""
