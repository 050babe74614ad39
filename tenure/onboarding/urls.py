from django.urls import path

from tenure.onboarding import pages

urlpatterns = [path("onboarding/", pages.pipeline, name="onboarding")]
