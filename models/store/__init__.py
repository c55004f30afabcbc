"""The encrypted vault on disk, and the unit of work that every change goes through."""
