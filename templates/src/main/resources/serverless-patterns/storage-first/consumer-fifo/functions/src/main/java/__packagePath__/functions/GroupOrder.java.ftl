package [=package].functions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps the order of each message group within one batch: behind a message that must come back, no later one of its
 * group may be worked on. All other groups go on. Between batches SQS keeps the order itself: it delivers nothing of a
 * group of which a message is still out.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial batch responses</a>
 */
final class GroupOrder {
    private final Set<String> stopped = new HashSet<>();

    /** Whether an earlier message of its group must come back, so that this one must, too. */
    boolean holdsBack(SQSMessage message) {
        return stopped.contains(group(message));
    }

    /** Nothing of the group is worked on after this message. */
    void stopAt(SQSMessage message) {
        stopped.add(group(message));
    }

    /** Every message of a FIFO queue has one. */
    private static String group(SQSMessage message) {
        return message.getAttributes().get("MessageGroupId");
    }
}
