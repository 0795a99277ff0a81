"""The rules of the method, one module each, named for its fault."""
