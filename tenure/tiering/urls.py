from django.urls import path

from tenure.tiering import book_pages, pages

urlpatterns = [
    path("tiers/review/", pages.review, name="review-tiers"),
    path("tiers/changes/<uuid:change_id>/", pages.decide, name="decide-tier-change"),
    path("books/", book_pages.all_books, name="books"),
    path("books/move/", book_pages.move, name="move-customer"),
    path("books/suggestions/", book_pages.suggestions, name="suggest-csm"),
    path("books/<uuid:person_id>/", book_pages.one_book, name="book"),
]
