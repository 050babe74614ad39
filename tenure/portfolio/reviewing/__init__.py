"""Reviews that are due, prepared and followed up: what joins reviews with the rest of a customer."""
