"""Records to nodes: the parts of a page, made fresh wherever they are shown."""
