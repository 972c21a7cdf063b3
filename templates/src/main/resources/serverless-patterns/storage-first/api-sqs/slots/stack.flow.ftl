client → RequestApi → StorageFirst → WorkQueue → [=slot("stack.flow.worker")?trim]
