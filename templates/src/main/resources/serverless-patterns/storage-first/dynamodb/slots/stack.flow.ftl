client → RequestApi → StorageFirst → Ledger → StreamToQueue (or Sweeper) → WorkQueue → [=slot("stack.flow.worker")?trim]
