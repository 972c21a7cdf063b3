client → RequestApi → StorageFirst → RequestBus → WorkQueue → [=slot("stack.flow.worker")?trim]
