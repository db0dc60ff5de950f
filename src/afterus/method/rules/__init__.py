"""The rules of the method, one file a path: facts in, reasons out."""
