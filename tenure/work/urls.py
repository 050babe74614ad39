from django.urls import path

from tenure.work import pages, working_pages

urlpatterns = [
    path("tasks/", pages.task_list, name="tasks"),
    path("tasks/add/", pages.add_task, name="add-task"),
    path("tasks/work/", working_pages.work, name="work-tasks"),
    path("tasks/<uuid:task_id>/", pages.task, name="task"),
]
