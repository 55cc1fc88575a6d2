"""Reading a plain report: strings in, drafts and problems out. No Sphinx, no docutils."""
