device → AWS IoT Core → StorageFirst → WorkQueue → [=slot("stack.flow.worker")?trim]
