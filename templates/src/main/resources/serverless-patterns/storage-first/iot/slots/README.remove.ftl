### Storage-first

Delete `StorageFirst`, its line in `[=Name]Stack` and its tests. `WorkQueue` and `[=slot("stack.flow.worker")?trim]` work with any other sender, once `[=slot("README.reader")?trim]` opens its messages.
