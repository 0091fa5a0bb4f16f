"""What all tests share."""

from hypothesis import settings

# The same code gets the same answer, so that a change is to blame for what fails; `--hypothesis-profile
# random` looks further.
settings.register_profile("random", max_examples=2000, deadline=None)
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
