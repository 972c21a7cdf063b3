package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Puts stored requests that no worker has seen into the work queue again: the table keeps them for ever, its stream only
 * for 24 hours. A request that is still on its way comes twice then.
 *
 * <p>The event is <code>{"unseenFor": "PT25H"}</code>, an ISO-8601 duration; the answer is how many were queued. What one
 * invocation leaves over, the next one takes.
 */
public final class SweepHandler implements RequestHandler<Map<String, String>, Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);
    private static final int MAX_REQUESTS = 1000;
    /** Longer than one request can take, so that a sweep ends between two of them. */
    private static final Duration RESERVE = Duration.ofSeconds(20);

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final UnseenRequests unseen;
    private final SqsClient sqs;
    private final String queueUrl;
    private final InstantSource clock;

    /** Called by Lambda. */
    public SweepHandler() {
        this(
                new UnseenRequests(AwsClients.dynamoDb(), Environment.get("LEDGER_TABLE")),
                AwsClients.sqs(),
                Environment.get("QUEUE_URL"),
                InstantSource.system());
    }

    SweepHandler(UnseenRequests unseen, SqsClient sqs, String queueUrl, InstantSource clock) {
        this.unseen = unseen;
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.clock = clock;
    }

    @Override
    public Integer handleRequest(Map<String, String> event, Context context) {
        Duration unseenFor = Duration.parse(Objects.requireNonNull(event.get("unseenFor"), "unseenFor"));
        return PowertoolsLogging.withLogging(context, () -> sweep(unseenFor, context));
    }

    private int sweep(Duration unseenFor, Context context) {
        long before = clock.millis() - unseenFor.toMillis();
        int queued = 0;
        try {
            Map<String, AttributeValue> start = Map.of();
            do {
                var page = unseen.queuedBefore(before, start);
                for (String id : page.ids()) {
                    if (queued == MAX_REQUESTS || context.getRemainingTimeInMillis() < RESERVE.toMillis()) {
                        LOG.warn("There are more; the next sweep takes them");
                        return queued;
                    }
                    queued += unseen.find(id).map(this::queue).orElse(0);
                }
                start = page.next();
            } while (!start.isEmpty());
            return queued;
        } finally {
            LOG.info("{} requests queued again", queued);
            metrics.addMetric("queued_again", queued, MetricUnit.COUNT);
            metrics.flush();
        }
    }

    /** First sent, then remembered: a crash in between sends it once more. */
    private int queue(StreamRecord request) {
        sqs.sendMessage(request.message().queueUrl(queueUrl).build());
        unseen.queued(request.id(), clock.millis());
        return 1;
    }
}
