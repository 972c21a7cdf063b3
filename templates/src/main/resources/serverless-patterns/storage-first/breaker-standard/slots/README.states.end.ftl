    Rejected --> ProbeRejected : a probe without a message
    Rejected --> SetAside : poison
    ProbeRejected --> [*]
    SetAside --> [=slot("breaker.ledger")?has_content?then("RememberRejected", "[*]")]
    FailFast --> PutAway
    WorkFailed --> PutAway
    PutAway --> Failed : a probe without a message
    PutAway --> GiveUp : failed too often
[#if slot("work-queue.fifo")?has_content]
    PutAway --> HoldBack : else
    HoldBack --> PutBack
[#else]
    PutAway --> PutBack : else
[/#if]
    PutBack --> Failed
    GiveUp --> Failed
    Failed --> [*] : Circuit.Open, Work.Failed, Work.Throttled
