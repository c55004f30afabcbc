"""Frozen values that cross the floors: handed in as ``New…``, handed out as ``…View``.

Every field of a ``New…`` value is one fact that a claim can carry; what a record belongs to (its
case, its person) is an argument of the casework method instead. A ``…View`` is the same value with
its place in the vault: ``id`` for this machine only, ``uid`` for everywhere else. What an editor
hands back is a ``New…`` value again, or the view with some of its facts replaced.
"""
