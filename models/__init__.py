"""Everything of Habeas that needs no window: the record, its vault, its law, its documents."""
