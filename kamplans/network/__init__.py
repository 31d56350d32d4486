"""Who knows whom? The access graph, its routes, the risk of losing them, and the map."""
