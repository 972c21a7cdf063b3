client → RequestApi → CircuitApi → CircuitBreaker → [=slot("stack.flow.work")?trim]
