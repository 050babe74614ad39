"""The deck of a review: told once from a customer's data, drawn as PowerPoint and as PDF."""
