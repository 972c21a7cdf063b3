[#-- The work, where that takes more than the work. --]
[#assign work = slot("functions.work")?trim?has_content?then(slot("functions.work")?trim, "new " + Resource + "Work()")]
package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.Record;
import java.time.Duration;
import java.util.function.Function;
import org.crac.Core;
import org.crac.Resource;

/** Works through stored requests: each one once, however often it is delivered, and rejected ones set aside at once. */
public final class Process[=Resources]Handler extends BatchHandler implements Resource {
    /** A lease ends this long after the function's timeout, so that no clock that is ahead can end it early. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private final IdempotencyLedger ledger;
    private final DeadLetterQueue deadLetterQueue;
    private final Function<StoredRequest, String> businessCode;

    /** Called by Lambda. */
    public Process[=Resources]Handler() {
        this(Environment.ledger(), Environment.deadLetterQueue(), [=work]);
        Core.getGlobalContext().register(this);
    }

    Process[=Resources]Handler(
            IdempotencyLedger ledger, DeadLetterQueue deadLetterQueue, Function<StoredRequest, String> businessCode) {
        this.ledger = ledger;
        this.deadLetterQueue = deadLetterQueue;
        this.businessCode = businessCode;
    }

    @Override
    Outcome process(StoredRequest request, Record record, Context context) {
        Duration lease = Duration.ofMillis(context.getRemainingTimeInMillis()).plus(CLOCK_SKEW);
        try {
            return ledger.once(request, lease, () -> businessCode.apply(request));
        } catch (RejectedRequestException rejection) {
            deadLetterQueue.send(record, request.id(), rejection.getMessage());
            LOG.warn("Request rejected: {}", rejection.getMessage());
            return Outcome.REJECTED;
        }
    }

    /** SnapStart: loads and connects before the snapshot what the first request would otherwise wait for. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        ledger.prime();
    }

    /** Nothing to renew: credentials expire by themselves, and owners and times are made per request. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
