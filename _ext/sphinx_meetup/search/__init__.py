"""Search: one way to fold words in Python and in the browser, an index in pieces, and what the browser asks of it."""
