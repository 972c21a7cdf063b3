[#assign probed = slot("work.probe")?has_content]
[#assign type = probed?then("ProbedWork", "Function<StoredRequest, String>")]
package [=package].functions;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The work while the flag {@code newProcessing} decides how it is done. What the new way fails at is counted, and an alarm
 * on it takes a rollout back. When the new way is everywhere, use it instead of this class and delete the flag.
 */
final class FlaggedWork implements [=type] {
    private final Predicate<StoredRequest> flag;
    private final [=type] present;
    private final Function<StoredRequest, String> next;
    private final FlagMetrics metrics;

    FlaggedWork(
            Predicate<StoredRequest> flag,
            [=type] present,
            Function<StoredRequest, String> next,
            FlagMetrics metrics) {
        this.flag = flag;
        this.present = present;
        this.next = next;
        this.metrics = metrics;
    }

    /** The work of this project, present and next. */
    static FlaggedWork of(Predicate<StoredRequest> flag, FlagMetrics metrics) {
        var present = new [=Resource]Work();
        return new FlaggedWork(flag, present, new Normalized[=Resource]Work(present), metrics);
    }

    @Override
    public String apply(StoredRequest request) {
        if (!flag.test(request)) {
            return present.apply(request);
        }
        int failed = 1;
        try {
            String receipt = next.apply(request);
            failed = 0;
            return receipt;
        } finally {
            metrics.add("newProcessingFailed", failed);
        }
    }
[#if probed]

    /** The new way calls what the present one does; ask for it, too, when it calls more. */
    @Override
    public void probe() {
        present.probe();
    }
[/#if]
}
