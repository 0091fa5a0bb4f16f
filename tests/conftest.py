"""What all tests share."""

import pytest
from hypothesis import settings

# The same code gets the same answer, so that a change is to blame for what fails; `--hypothesis-profile
# random` looks further.
settings.register_profile("random", max_examples=2000, deadline=None)
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
