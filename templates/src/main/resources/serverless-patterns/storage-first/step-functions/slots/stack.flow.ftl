client → RequestApi → StorageFirst → RequestMachine[#if slot("stack.flow.worker")?has_content] → WorkQueue → [=slot("stack.flow.worker")?trim][/#if]
