Create, list, read, change and delete [=resources].
