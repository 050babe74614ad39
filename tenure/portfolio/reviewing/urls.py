from django.urls import path

from tenure.portfolio.deck import files as decks
from tenure.portfolio.reviewing import board_page, customer_page, files, held_page, review_page

urlpatterns = [
    path("reviews/", board_page.board, name="reviews"),
    path("reviews/mine.ics", files.my_reviews, name="my-reviews"),
    path("reviews/<uuid:review_id>/", review_page.review_page, name="review"),
    path("reviews/<uuid:review_id>/invitation.ics", files.review_ics, name="review-ics"),
    path("reviews/<uuid:review_id>/slides.pptx", decks.review_deck, name="review-deck"),
    path("reviews/<uuid:review_id>/slides.pdf", decks.review_pdf, name="review-pdf"),
    path("reviews/held/<uuid:review_id>/", held_page.held_review, name="held-review"),
    path(
        "customers/<uuid:customer_id>/reviews/",
        customer_page.customer_reviews,
        name="customer-reviews",
    ),
]
