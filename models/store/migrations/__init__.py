"""The steps from one shape of the record to the next, run by Alembic on a verified copy.

A step is written by hand; the test that all steps lead to the mapped classes shows what is missing.
"""
