"""Shared test set-up."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
# For a night: python3 go test --hypothesis-profile=thorough
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2_000)
settings.load_profile("default")
