"""One step per file, ``NNNN_verb_noun.py``, whose revision is its number."""
