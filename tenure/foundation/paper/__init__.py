"""Documents that are printed: put together once, shown as a page and as a PDF."""
