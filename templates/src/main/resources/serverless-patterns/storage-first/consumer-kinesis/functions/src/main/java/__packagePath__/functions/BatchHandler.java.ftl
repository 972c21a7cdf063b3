package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.Record;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Takes the records of a shard one at a time, in their order. At the first one that must come back it stops, so that no
 * later one overtakes it; Lambda goes on with that record.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">Partial batch
 *     responses for Kinesis</a>
 */
abstract class BatchHandler implements RequestHandler<KinesisEvent, StreamsEventResponse> {
    static final Logger LOG = LoggerFactory.getLogger(BatchHandler.class);
    private static final String CORRELATION_ID = "correlation_id";

    private final Metrics metrics = MetricsFactory.getMetricsInstance();

    /** Handles one request; a {@link RuntimeException} means that it may succeed later. */
    abstract Outcome process(StoredRequest request, Record record, Context context);

    @Override
    public final StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        return PowertoolsLogging.withLogging(context, () -> processAll(event.getRecords(), context));
    }

    private StreamsEventResponse processAll(List<KinesisEventRecord> records, Context context) {
        try {
            for (KinesisEventRecord record : records) {
                Outcome outcome = processOne(record, context);
                metrics.addMetric(outcome.metric(), 1, MetricUnit.COUNT);
                if (outcome.mustComeBack()) {
                    String goOnAt = record.getKinesis().getSequenceNumber();
                    return new StreamsEventResponse(List.of(new BatchItemFailure(goOnAt)));
                }
            }
            return new StreamsEventResponse(List.of());
        } finally {
            metrics.flush();
        }
    }

    private Outcome processOne(KinesisEventRecord record, Context context) {
        try {
            StoredRequest request = Envelope.open(record);
            MDC.put(CORRELATION_ID, request.id());
            metrics.addMetric("age", System.currentTimeMillis() - request.receivedAt(), MetricUnit.MILLISECONDS);
            Outcome outcome = process(request, record.getKinesis(), context);
            LOG.info("Request {}", outcome);
            return outcome;
        } catch (RuntimeException failure) {
            LOG.error("Request FAILED", failure);
            return Outcome.FAILED;
        } finally {
            MDC.remove(CORRELATION_ID);
        }
    }
}
