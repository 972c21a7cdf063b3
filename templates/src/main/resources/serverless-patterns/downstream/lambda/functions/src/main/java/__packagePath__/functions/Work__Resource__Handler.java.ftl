[#assign probed = slot("work.probe")?has_content]
[#assign type = probed?then("ProbedWork", "Function<StoredRequest, String>")]
[#-- The work, where that takes more than the work. --]
[#assign work = slot("functions.work")?trim?has_content?then(slot("functions.work")?trim, "new " + Resource + "Work()")]
package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
[#if !probed]
import java.util.function.Function;
[/#if]
import org.crac.Core;
import org.crac.Resource;

/** Does the work of each request, once however often it is called for it. */
public final class Work[=Resource]Handler extends WorkHandler implements Resource {
    private final IdempotencyLedger ledger;
    private final [=type] work;

    /** Called by Lambda. */
    public Work[=Resource]Handler() {
        this(Environment.ledger(), [=work]);
        Core.getGlobalContext().register(this);
    }

    Work[=Resource]Handler(IdempotencyLedger ledger, [=type] work) {
        this.ledger = ledger;
        this.work = work;
    }

[#if probed]
    @Override
    void probe() {
        ledger.probe();
        work.probe();
    }

[/#if]
    /**
     * The lease ends with the function's timeout, and no later: the state machine tries again right after that, and what
     * it then finds must be the outage that hangs, not the lease of the attempt before.
     */
    @Override
    Delivery deliver(StoredRequest request, Context context) {
        Duration lease = Duration.ofMillis(context.getRemainingTimeInMillis());
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
