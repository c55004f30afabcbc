"""Immutable values of the record: dates, terms, money, codes, references; no database, no clock."""
