package [=package].functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Results of health checks as EventBridge delivers them: what the function sends, in the envelope of an event. */
public final class CheckEvents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckEvents() {}

    /** The event of a check at a time. */
    public static String checked(boolean healthy, Instant at, String source, String circuit) {
        var bus = new Bus();
        new HealthReports(bus, source, circuit).send(healthy, 100, at.toEpochMilli());
        return bus.delivered(at);
    }

    private static final class Bus implements EventBridgeClient {
        private PutEventsRequestEntry sent;

        @Override
        public PutEventsResponse putEvents(PutEventsRequest request) {
            sent = request.entries().get(0);
            return PutEventsResponse.builder()
                    .failedEntryCount(0)
                    .entries(PutEventsResultEntry.builder().eventId("event-1").build())
                    .build();
        }

        String delivered(Instant at) {
            try {
                ObjectNode event = JSON.createObjectNode()
                        .put("version", "0")
                        .put("id", "event-1")
                        .put("detail-type", sent.detailType())
                        .put("source", sent.source())
                        .put("account", "123456789012")
                        .put("time", at.toString())
                        .put("region", "eu-west-1");
                event.putArray("resources");
                event.set("detail", JSON.readTree(sent.detail()));
                return event.toString();
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + sent.detail(), e);
            }
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
