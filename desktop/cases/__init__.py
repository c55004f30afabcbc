"""The list of cases and the page of one case, each fact beside what it rests on."""
