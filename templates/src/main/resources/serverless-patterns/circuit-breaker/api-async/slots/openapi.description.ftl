Start the work on requests about [=resources], and ask what became of them.
