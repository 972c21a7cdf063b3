[#-- The last is the class of the work: new HttpWork(…) → HttpWork --]
client → RequestApi → CircuitApi → CircuitBreaker → [=slot("stack.work")?trim?keep_after("new ")?keep_before("(")]
