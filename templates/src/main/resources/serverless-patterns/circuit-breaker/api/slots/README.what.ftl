A serverless application on AWS: **circuit breaker**. `POST /[=slot("request-path")]` has a state machine call the service that does the work, and answers with its result. While the service is down, it answers `503` at once and leaves the service alone.

- A failure, after three retries, opens the circuit. While it is open no request waits for a service that does not answer, and the service is not overwhelmed while it recovers.
- When the cooldown is over one request, and only one, finds out whether the service is back: if so the circuit closes, if not the cooldown doubles.
- A table that is down takes nothing down with it, our own throttling and requests that the service rejects open nothing, and an operator can force the circuit either way.
- Everyone who waits is told the truth: `Retry-After` is the time until the circuit is probed.
