"""Every address, one line for each page family."""

from django.urls import include, path

urlpatterns = [
    path("", include("afterus.web.account.urls")),
    path("help", include("afterus.web.help.urls")),
    path("", include("afterus.web.today.urls")),
    path("understand/", include("afterus.web.understand.urls")),
    path("mend/", include("afterus.web.mend.urls")),
    path("let-go/", include("afterus.web.let_go.urls")),
]

handler400 = "afterus.web.errors.bad_request"
handler404 = "afterus.web.errors.not_found"
handler500 = "afterus.web.errors.broken"
