package [=package].functions;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Takes events, or refuses them as EventBridge does. */
final class LocalEvents implements EventBridgeClient {
    final List<PutEventsRequestEntry> sent = new ArrayList<>();
    boolean refuses;
    boolean fails;

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        if (fails) {
            throw EventBridgeException.builder().message("unavailable").build();
        }
        if (refuses) {
            return answer(1, PutEventsResultEntry.builder().errorCode("ThrottlingException"));
        }
        sent.addAll(request.entries());
        return answer(0, PutEventsResultEntry.builder().eventId("event-1"));
    }

    private static PutEventsResponse answer(int failed, PutEventsResultEntry.Builder entry) {
        return PutEventsResponse.builder()
                .failedEntryCount(failed)
                .entries(entry.build())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
