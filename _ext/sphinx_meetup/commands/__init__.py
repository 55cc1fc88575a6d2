"""The commands, a module each: ``register`` adds a command's arguments, ``run`` does it. None needs Sphinx."""
