"""Before you send: a draft is looked at, put away for a night, said once or not at all."""
