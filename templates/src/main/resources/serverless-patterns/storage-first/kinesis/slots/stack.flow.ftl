client → RequestApi → StorageFirst → RequestStream → [=slot("stack.flow.worker")?trim]
