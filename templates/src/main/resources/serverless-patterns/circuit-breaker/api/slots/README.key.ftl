Without an `Idempotency-Key` (1 to 80 characters of `A-Z a-z 0-9 _ -`) the id is that of the HTTP request, and a retry of the client is a new request. [=slot("circuit-api.key")?trim]
