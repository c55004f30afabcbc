"""Lock: what calls for it, and how this process ends (docs/decisions/0005-lock.md)."""
