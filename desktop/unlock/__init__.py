"""Before a vault is open: unlock one, create one, keep its recovery code."""
