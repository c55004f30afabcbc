"""Finding cases by what people type: folded text, three-letter and prefix indexes."""
