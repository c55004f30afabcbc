"""Keys and seals: deriving, wrapping, signing. It knows bytes, never cases, files or a database."""
