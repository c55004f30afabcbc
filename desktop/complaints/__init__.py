"""Making a complaint against a State."""
