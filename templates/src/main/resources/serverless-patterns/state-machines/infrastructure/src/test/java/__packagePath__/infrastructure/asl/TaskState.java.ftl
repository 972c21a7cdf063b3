package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Calls what its Resource names. It has timed out when the clock is later than TimeoutSeconds allow after the call. */
final class TaskState extends WorkState {
    private final String resource;
    private final Template arguments;
    private final Template timeout;

    TaskState(Fields fields) {
        super(fields);
        resource = fields.text("Resource");
        fields.require(!resource.endsWith(".waitForTaskToken"), "Resource", resource + " is not implemented");
        fields.require(!resource.contains(":activity:"), "Resource", resource + " is not implemented");
        arguments = fields.optionalTemplate("Arguments");
        timeout = fields.optionalTemplate("TimeoutSeconds", Kind.WHOLE);
    }

    @Override
    JsonNode work(Visit visit) {
        Query query = Query.of(visit);
        Duration limit = timeout == null
                ? null
                : Duration.ofSeconds(timeout.evaluate(query, Kind.WHOLE).asLong());
        JsonNode given = arguments == null ? visit.input() : Json.payload(arguments.evaluate(query), name());
        RunningExecution execution = visit.execution();
        Instant start = execution.clock().instant();
        execution.event(); // TaskScheduled
        execution.event(); // TaskStarted
        try {
            JsonNode result = Json.payload(execution.aws().call(resource, given), resource);
            throwIfLate(execution, start, limit);
            return result;
        } catch (TaskFailure failure) {
            throwIfLate(execution, start, limit);
            throw failure;
        } finally {
            execution.event(); // TaskSucceeded, TaskFailed or TaskTimedOut
        }
    }

    private static void throwIfLate(RunningExecution execution, Instant start, Duration limit) {
        if (limit != null && execution.clock().instant().isAfter(start.plus(limit))) {
            throw TaskFailure.timeout();
        }
    }
}
