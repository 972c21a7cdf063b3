RequestPipe (PipeControl) → CircuitBreaker → [=slot("stack.flow.work")?trim]
