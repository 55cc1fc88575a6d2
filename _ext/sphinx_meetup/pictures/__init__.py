"""Pictures of numbers, drawn as SVG when a page is written. Plain Python: words come in, markup goes out."""
