"""What a worker can do with the case record: one class per area, one unit of work per method."""
