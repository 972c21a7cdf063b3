package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Advances the clock; a time that has passed does not. */
final class WaitState extends State {
    private final Template seconds;
    private final Template timestamp;
    private final Leaving leaving;
    private final String next;

    WaitState(Fields fields) {
        super(fields);
        seconds = fields.optionalTemplate("Seconds", Kind.WHOLE);
        timestamp = fields.optionalTemplate("Timestamp", Kind.STRING);
        fields.require((seconds == null) != (timestamp == null), "Seconds", "either Seconds or Timestamp is needed");
        leaving = Leaving.of(fields);
        next = next(fields);
    }

    @Override
    Exit visit(Visit visit) {
        Query query = Query.of(visit);
        visit.execution()
                .sleep(
                        seconds != null
                                ? Duration.ofSeconds(
                                        seconds.evaluate(query, Kind.WHOLE).asLong())
                                : until(visit, timestamp.evaluate(query, Kind.STRING)));
        return leaving.exit(query, visit.input(), next);
    }

    private static Duration until(Visit visit, JsonNode time) {
        try {
            Instant end = OffsetDateTime.parse(time.asText(), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
            Instant now = visit.execution().clock().instant();
            return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            throw visit.queryFailure(
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + time.asText());
        }
    }
}
