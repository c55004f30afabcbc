"""How this vault is locked, opened and kept safe."""
