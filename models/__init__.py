"""Everything of Habeas that needs no window: the case record, its vault, its law and its documents."""
