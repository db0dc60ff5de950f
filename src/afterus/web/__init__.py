"""The pages: one folder per page family, thin views, templates, static files."""
