package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A state that has a result and may fail, be tried again and be caught: Task, Parallel and Map. */
abstract class WorkState extends State {
    private final List<Retrier> retriers;
    private final List<Catcher> catchers;
    private final Leaving leaving;
    private final String next;

    WorkState(Fields fields) {
        super(fields);
        retriers = Retry.read(fields);
        catchers = Catcher.read(fields);
        leaving = Leaving.of(fields);
        next = next(fields);
    }

    /** One attempt. */
    abstract JsonNode work(Visit visit);

    @Override
    final Exit visit(Visit visit) {
        Retry retry = new Retry(retriers);
        while (true) {
            try {
                JsonNode result = work(visit);
                return leaving.exit(Query.of(visit).with("result", result), result, next);
            } catch (TaskFailure failure) {
                Optional<Duration> delay =
                        retry.after(failure, visit.execution().aws().jitter());
                if (delay.isEmpty()) {
                    return caught(visit, failure);
                }
                visit.execution().sleep(delay.get());
                visit.retry();
            }
        }
    }

    private Exit caught(Visit visit, TaskFailure failure) {
        return catchers.stream()
                .filter(catcher -> catcher.errors().include(failure.error()))
                .findFirst()
                .orElseThrow(() -> failure)
                .exit(Query.of(visit), failure);
    }
}
