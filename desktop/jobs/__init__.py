"""Work beside the window: one thread owns the vault, two others do what needs none."""
