package [=package].infrastructure.asl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The retriers of a state during one visit: each counts for itself. */
final class Retry {
    private final List<Retrier> retriers;
    private final int[] retries;

    Retry(List<Retrier> retriers) {
        this.retriers = retriers;
        this.retries = new int[retriers.size()];
    }

    static List<Retrier> read(Fields state) {
        List<Retrier> retriers = new ArrayList<>();
        List<Fields> all = state.array("Retry");
        all.forEach(fields -> retriers.add(Retrier.of(fields, retriers.size() == all.size() - 1)));
        return retriers;
    }

    /** How long to wait before the state is tried again; empty when it is not. The first retrier that matches decides. */
    Optional<Duration> after(TaskFailure failure, DoubleSupplier random) {
        for (int i = 0; i < retries.length; i++) {
            Retrier retrier = retriers.get(i);
            if (retrier.errors().include(failure.error())) {
                return retries[i] < retrier.maxAttempts()
                        ? Optional.of(retrier.delay(retries[i]++, random))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
