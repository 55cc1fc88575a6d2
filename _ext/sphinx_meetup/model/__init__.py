"""The records of the archive: plain Python, no Sphinx, no docutils."""
