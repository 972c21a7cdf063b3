package [=package].infrastructure;

import java.time.Duration;

/**
 * Every time limit of the project. They depend on each other, so they are checked in one place; those of the state
 * machine stand in its definition and are read from there.
 *
 * @param function how long the function may take for one request
 * @param task how long the state machine waits for the function: longer, so that the function ends by itself
 * @param outage how long a dependency may be down before a request is parked
 * @param retries how long the state machine goes on to try a request whose work fails
 * @param work how long all attempts can take together, throttling included
 * @param execution when an execution is ended; at most one year
 * @param deadLetterRetention how long a parked request is kept in the dead-letter queue
 * @param ledgerRetention how long the result of a request is kept: as long as Step Functions remembers its name, which
 *     is 90 d after its execution
 *     (<a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">source</a>)
 */
record Timing(
        Duration function,
        Duration task,
        Duration outage,
        Duration retries,
        Duration work,
        Duration execution,
        Duration deadLetterRetention,
        Duration ledgerRetention) {
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException when the times contradict each other
     */
    Timing {
        fits("function", function, "15 min", Duration.ofMinutes(15));
        fits("function + 10 s", function.plusSeconds(10), "task", task);
        fits("outage", outage, "retries", retries);
        fits("retries", retries, "work", work);
        fits("work + 1 d", work.plus(DAY), "execution", execution);
        fits("execution", execution, "365 d", DAY.multipliedBy(365));
        fits("deadLetterRetention", deadLetterRetention, "14 d", DAY.multipliedBy(14));
        Duration known = execution.plusDays(90);
        fits("execution + 90 d", known, "ledgerRetention", ledgerRetention);
    }

    /** The times of this project. */
    static Timing standard() {
        StateMachineDefinition machine = RequestMachine.definition();
        Duration execution = machine.seconds("/TimeoutSeconds");
        int lastRetrier = machine.json().at("/States/Work/Retry").size() - 1;
        return new Timing(
                Duration.ofSeconds(60),
                machine.seconds("/States/Work/TimeoutSeconds"),
                Duration.ofHours(6),
                machine.waits("Work", lastRetrier),
                machine.longest("Work"),
                execution,
                Duration.ofDays(14),
                execution.plusDays(90));
    }

    private static void fits(String name, Duration duration, String limitName, Duration limit) {
        if (duration.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "Timing: %s (%s) must not exceed %s (%s)".formatted(name, duration, limitName, limit));
        }
    }
}
