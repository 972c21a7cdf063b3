package [=package].functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * Results of health checks, as events on the default bus: <code>{"circuit": text, "healthy": true, "latencyMs": number,
 * "checkedAt": epoch milliseconds}</code>.
 *
 * @param source the stack, which tells this project's events from others
 * @param circuit the name of the circuit that the result is about
 */
record HealthReports(EventBridgeClient eventBridge, String source, String circuit) {
    static final String DETAIL_TYPE = "health.checked";

    /**
     * @throws IllegalStateException if EventBridge did not take the event: PutEvents answers 200 then, too
     */
    void send(boolean healthy, long latencyMs, long checkedAt) {
        String detail = JsonNodeFactory.instance
                .objectNode()
                .put("circuit", circuit)
                .put("healthy", healthy)
                .put("latencyMs", latencyMs)
                .put("checkedAt", checkedAt)
                .toString();
        PutEventsRequestEntry event = PutEventsRequestEntry.builder()
                .source(source)
                .detailType(DETAIL_TYPE)
                .detail(detail)
                .build();
        PutEventsResponse response = eventBridge.putEvents(put -> put.entries(event));
        if (response.failedEntryCount() > 0) {
            String code = response.entries().get(0).errorCode();
            throw new IllegalStateException("EventBridge did not take the event: " + code);
        }
    }
}
