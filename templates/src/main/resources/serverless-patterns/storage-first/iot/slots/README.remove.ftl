Delete `StorageFirst`, its line in `[=Name]Stack` and its tests. `WorkQueue` and `Consumer` work with any other sender, once `Envelope` opens its messages.
