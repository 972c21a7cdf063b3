package [=package].functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells state machines the flags. It keeps what it read, where each execution that asked AppConfig itself would begin a
 * session and pay for a document.
 *
 * @see <a href="https://aws.amazon.com/systems-manager/pricing/">AppConfig pricing</a>
 */
public final class ReadFlagsHandler implements RequestHandler<Object, Map<String, Boolean>> {
    private final Flags flags;

    /** Called by Lambda. */
    public ReadFlagsHandler() {
        this(Environment.flags());
    }

    ReadFlagsHandler(Flags flags) {
        this.flags = flags;
    }

    /** @return every flag by its name in AppConfig; all are off when they cannot be read */
    @Override
    public Map<String, Boolean> handleRequest(Object ignored, Context context) {
        Set<Flag> on = flags.on();
        Map<String, Boolean> answer = new TreeMap<>();
        for (Flag flag : Flag.values()) {
            answer.put(flag.key(), on.contains(flag));
        }
        return answer;
    }
}
