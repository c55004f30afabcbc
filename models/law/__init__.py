"""The law as rules over data: standing, principles, ratifications, receivability.

Pure functions over views and over ``resources/law``; no database, no clock. The principles and
rules of law in those files are our own short paraphrases with their sources, never ILO text.
"""
