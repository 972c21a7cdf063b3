
A topic without a subscription accepts messages and forgets them. That is why the subscription of the work queue must not be deleted by hand, and its filter must take every message of the API: both stand on `StorageFirst.TYPE`, and a test compares them.
