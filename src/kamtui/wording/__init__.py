"""How is it said on a screen? Engine values become words, cells and lines here, free of widgets."""
