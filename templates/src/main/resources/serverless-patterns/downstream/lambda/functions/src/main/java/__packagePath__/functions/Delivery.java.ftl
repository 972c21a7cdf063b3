package [=package].functions;

/**
 * What became of a request.
 *
 * @param receipt what the work returned, now or when it was done; null while it is not
 */
record Delivery(Outcome outcome, String receipt) {}
