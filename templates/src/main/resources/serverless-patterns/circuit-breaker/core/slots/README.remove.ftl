Circuit breaker: without it, have the entry call the service itself. Delete what begins with `Circuit`, `Work` and its line in `[=Name]Stack`, the state machines `circuit-breaker` and `circuit-watch`, and `scripts/circuit.sh`.

