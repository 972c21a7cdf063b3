A serverless application on AWS: **circuit breaker** before work that lasts. `POST /[=slot("request-path")]` starts a state machine that has a task on Fargate do the work, and answers `202`; `GET /[=slot("request-path")]/{id}` says what became of it. While the service is down, requests fail at once and leave the service alone.

- A failure, after three retries, opens the circuit. While it is open no task is started, and the service is not overwhelmed while it recovers.
- When the cooldown is over one request, and only one, finds out whether the service is back: if so the circuit closes, if not the cooldown doubles.
- A table that is down takes nothing down with it, our own throttling and requests that the work rejects open nothing, and an operator can force the circuit either way.
