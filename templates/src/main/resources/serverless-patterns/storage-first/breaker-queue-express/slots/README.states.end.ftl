    Rejected --> ProbeRejected : a probe without a message
    Rejected --> SetAside : poison
    ProbeRejected --> [*]
    SetAside --> [=slot("breaker.ledger")?has_content?then("RememberRejected", "[*]")]
    FailFast --> [*] : Circuit.Open
[#if slot("work-queue.fifo")?has_content]
    WorkFailed --> [*] : Work.Failed, Work.Throttled
[#else]
    WorkFailed --> PutBack : our own throttling
    WorkFailed --> Failed
    PutBack --> [*]
    Failed --> [*] : Work.Failed
[/#if]
