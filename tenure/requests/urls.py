from django.urls import path

from tenure.requests.pages import board, one

urlpatterns = [
    path("requests/", board.request_list, name="requests"),
    path("requests/<uuid:request_id>/", one.request_page, name="request"),
]
