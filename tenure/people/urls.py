from django.contrib.auth import views as auth
from django.urls import path

from tenure.people import pages, tokens

urlpatterns = [
    path("sign-in/", pages.SignIn.as_view(), name="sign-in"),
    path("sign-out/", auth.LogoutView.as_view(), name="sign-out"),
    path("password/", pages.ChangePassword.as_view(), name="change-password"),
    path("password/reset/", pages.AskReset.as_view(), name="ask-reset"),
    path(
        "password/reset/asked/",
        auth.PasswordResetDoneView.as_view(template_name="people/reset_asked.html"),
        name="reset-asked",
    ),
    path(
        "password/reset/<uidb64>/<token>/",
        pages.ConfirmReset.as_view(),
        name="confirm-reset",
    ),
    path("you/", pages.you, name="you"),
    path("tokens/", tokens.token_list, name="tokens"),
    path("tokens/<uuid:token_id>/revoke/", tokens.revoke_token, name="revoke-token"),
    path("people/", pages.people_list, name="people"),
    path("people/add/", pages.add_person, name="add-person"),
    path("people/<uuid:person_id>/", pages.edit_person, name="edit-person"),
    path("people/<uuid:person_id>/deactivate/", pages.deactivate_person, name="deactivate-person"),
    path("people/<uuid:person_id>/reactivate/", pages.reactivate_person, name="reactivate-person"),
]
