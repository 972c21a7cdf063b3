package [=package].functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Asks the work function itself, so that the check sees what requests would meet: its permissions, its configuration,
 * and what {@link ProbedWork#probe} looks at.
 *
 * @param functionArn with the alias
 */
record WorkProbe(LambdaClient lambda, String functionArn) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkProbe.class);

    /**
     * @throws IllegalStateException when the function failed
     */
    @Override
    public void run() {
        String input = JsonNodeFactory.instance
                .objectNode()
                .put("id", "probe-" + UUID.randomUUID())
                .put("receivedAt", System.currentTimeMillis())
                .put("body", "")
                .put("probe", true)
                .toString();
        try {
            InvokeResponse response =
                    lambda.invoke(invoke -> invoke.functionName(functionArn).payload(SdkBytes.fromUtf8String(input)));
            if (response.functionError() != null) {
                throw new IllegalStateException("The work function failed: " + response.functionError());
            }
        } catch (TooManyRequestsException busy) {
            LOG.info("The work function is busy, so it works");
        }
    }
}
