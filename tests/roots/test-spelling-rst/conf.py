extensions = ['myst_parser', 'sphinx_meetup']
project = 'Examples'
copyright = 'nobody'
language = 'en'
html_theme = 'basic'
