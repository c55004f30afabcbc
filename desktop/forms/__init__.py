"""What several areas share: the words of the record, and the making of a document."""
