"""The slides of a review, one module for each thing that there is to say."""
