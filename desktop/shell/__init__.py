"""The main window around the areas: it knows where pages go and not what they do."""
