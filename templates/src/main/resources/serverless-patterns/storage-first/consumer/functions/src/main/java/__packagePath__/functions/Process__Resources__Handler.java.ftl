[#-- What opens a message, where that takes more than the message. --]
[#assign opener = (slot("functions.opener")?trim)?has_content?then(slot("functions.opener")?trim, "Envelope::open")]
[#-- The work, where that takes more than the work. --]
[#assign work = slot("functions.work")?trim?has_content?then(slot("functions.work")?trim, "new " + Resource + "Work()")]
package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.function.Function;
import org.crac.Core;
import org.crac.Resource;

/** Works through stored requests: each one once, however often it is delivered, and rejected ones set aside at once. */
public final class Process[=Resources]Handler extends BatchHandler implements Resource {
    /** A lease ends this long after the function's timeout, so that no clock that is ahead can end it early. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private final Function<SQSMessage, StoredRequest> opener;
    private final IdempotencyLedger ledger;
    private final DeadLetterQueue deadLetterQueue;
    private final Function<StoredRequest, String> businessCode;

    /** Called by Lambda. */
    public Process[=Resources]Handler() {
        this([=opener], Environment.ledger(), Environment.deadLetterQueue(), businessCode());
        Core.getGlobalContext().register(this);
    }

    Process[=Resources]Handler(
            Function<SQSMessage, StoredRequest> opener,
            IdempotencyLedger ledger,
            DeadLetterQueue deadLetterQueue,
            Function<StoredRequest, String> businessCode) {
        this.opener = opener;
        this.ledger = ledger;
        this.deadLetterQueue = deadLetterQueue;
        this.businessCode = businessCode;
    }

    private static Function<StoredRequest, String> businessCode() {
        return [=work];
    }

    @Override
    StoredRequest open(SQSMessage message) {
        return opener.apply(message);
    }

    @Override
    Outcome process(StoredRequest request, Context context) {
        Duration lease = Duration.ofMillis(context.getRemainingTimeInMillis()).plus(CLOCK_SKEW);
        return ledger.once(request, lease, () -> businessCode.apply(request));
    }

    @Override
    void reject(SQSMessage message, String id, String reason) {
        deadLetterQueue.send(message, id, reason);
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
