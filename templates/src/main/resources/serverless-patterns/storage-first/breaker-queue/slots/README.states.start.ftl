    [*] --> ReadMessage
    ReadMessage --> GetCircuit
[#if slot("breaker.reads-json")?has_content]
    ReadMessage --> Rejected : no stored request
[/#if]
