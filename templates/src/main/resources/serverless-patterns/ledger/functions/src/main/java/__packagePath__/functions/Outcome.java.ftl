package [=package].functions;

import java.util.Locale;

/** What became of one delivery of a stored request. A metric with the outcome's name in lower case counts it. */
enum Outcome {
    /** The work was done and its result is in the ledger. */
    PROCESSED,
    /** The work had been done before, so nothing was done now. */
    DUPLICATE,
    /** The request can never succeed and was put into the dead-letter queue. */
    REJECTED,
    /** Another worker holds the lease of this request. */
    IN_PROGRESS,
    /** A dependency or the work itself failed, which may pass. */
    FAILED;

[=slot("outcome.methods")]    String metric() {
        return name().toLowerCase(Locale.ROOT);
    }
}
