package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
[/@imports]

/** The service that does the work, and what it remembers of it. */
final class FakeService {
    /** Its answer to what it will never do. */
    static final class Rejection extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    boolean isDown;
    /** Ids of requests that it rejects. */
    final Set<String> rejects = new HashSet<>();
    /** Ids in the order in which their work was done, each time it was. */
    final List<String> done = new ArrayList<>();
    /** What happens during a call. */
    Runnable meanwhile = () -> {};

    private final VirtualClock clock;
    private int calls;

    FakeService(VirtualClock clock) {
        this.clock = clock;
    }

    /** Calls, successful or not, probes without a request among them. */
    int calls() {
        return calls;
    }

    /** Does the work of a request. */
    void work(String id) {
        answer();
        if (rejects.contains(id)) {
            throw new Rejection();
        }
        done.add(id);
    }

    /** Answers, or does not. */
    void answer() {
        calls++;
        meanwhile.run();
        clock.advance(Duration.ofMillis(100));
        if (isDown) {
            throw new IllegalStateException("the service is down");
        }
    }
}
