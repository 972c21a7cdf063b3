
### Circuit breaker

Without it, have the entry call the service itself: delete what begins with `Circuit`, the interface `Work` with its class, their lines in `[=Name]Stack`, the state machines `circuit-breaker` and `circuit-watch`, and `scripts/circuit.sh`.

