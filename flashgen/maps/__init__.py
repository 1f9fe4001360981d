"""Maps of the places of a deck: drawn once from the packages of map data, found by each build."""
