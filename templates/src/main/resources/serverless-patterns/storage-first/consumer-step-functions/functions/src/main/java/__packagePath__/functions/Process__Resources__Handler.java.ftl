[#-- The work, where that takes more than the work. --]
[#assign work = slot("functions.work")?trim?has_content?then(slot("functions.work")?trim, "new " + Resource + "Work()")]
package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.function.Function;
import org.crac.Core;
import org.crac.Resource;

/** Works on one stored request, once however often it is called for it. */
public final class Process[=Resources]Handler extends ExecutionHandler implements Resource {
    /** A lease ends this long after the function's timeout, so that no clock that is ahead can end it early. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private final IdempotencyLedger ledger;
    private final Function<StoredRequest, String> work;

    /** Called by Lambda. */
    public Process[=Resources]Handler() {
        this(Environment.ledger(), [=work]);
        Core.getGlobalContext().register(this);
    }

    Process[=Resources]Handler(IdempotencyLedger ledger, Function<StoredRequest, String> work) {
        this.ledger = ledger;
        this.work = work;
    }

    @Override
    Outcome process(StoredRequest request, Context context) {
        Duration lease = Duration.ofMillis(context.getRemainingTimeInMillis()).plus(CLOCK_SKEW);
        return ledger.once(request, lease, () -> work.apply(request));
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
