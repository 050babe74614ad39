from django.urls import path

from tenure.advocacy.pages import board, favour, groups, references

urlpatterns = [
    path("advocacy/", board.favours, name="favours"),
    path("advocacy/find/", references.find_reference, name="find-reference"),
    path("advocacy/advocates/", references.advocates_page, name="advocates"),
    path("advocacy/published/", references.published_page, name="published"),
    path("advocacy/groups/", groups.groups, name="groups"),
    path("advocacy/groups/<uuid:group_id>/", groups.group_page, name="group"),
    path("advocacy/<uuid:favour_id>/", favour.favour_page, name="favour"),
]
