client → RequestApi → StorageFirst → RequestStream → [#if slot("stream.queue")?has_content]StreamToQueue → WorkQueue → [/#if][=slot("stack.flow.worker")?trim]
