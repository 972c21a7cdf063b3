    ReadFlags --> IsBypassed
    IsBypassed --> [=slot("breaker.ledger")?has_content?then("HasRow", "Work")] : flag bypassCircuitBreaker
    IsBypassed --> GetCircuit
