"""afterus: an honest reading after a break-up, and a way on."""

import os

# The models multiply small matrices: a second thread only waits for the first, and on a busy
# computer makes them twenty times slower. What the person set themselves stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
