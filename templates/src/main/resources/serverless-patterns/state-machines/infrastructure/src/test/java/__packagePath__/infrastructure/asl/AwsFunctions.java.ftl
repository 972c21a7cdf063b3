package [=package].infrastructure.asl;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * The functions that Step Functions adds to JSONata, and those that tell the time. {@code $eval} is none: calling it is an
 * error as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Functions provided by Step
 *     Functions</a>
 */
final class AwsFunctions {
    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private final InstantSource clock;
    private final Random random = new Random(1);

    AwsFunctions(InstantSource clock) {
        this.clock = clock;
    }

    void bindTo(Jsonata.Frame frame) {
        bind(frame, "millis", arguments -> clock.millis());
        bind(
                frame,
                "now",
                arguments -> Functions.dateTimeFromMillis(clock.millis(), text(arguments, 0), text(arguments, 1)));
        bind(frame, "parse", arguments -> parse(text(arguments, 0)));
        bind(frame, "partition", AwsFunctions::partition);
        bind(frame, "range", AwsFunctions::range);
        bind(frame, "hash", AwsFunctions::hash);
        bind(frame, "random", this::random);
        bind(frame, "uuid", arguments -> uuid());
        frame.bind("eval", (Object) null);
    }

    /** A number from a generator that is always seeded: tests can be repeated. */
    double random() {
        return random.nextDouble();
    }

    private interface Function {
        Object call(List<?> arguments);
    }

    private static void bind(Jsonata.Frame frame, String name, Function function) {
        frame.bind(name, new Jsonata.JFunction((input, arguments) -> function.call(arguments), null));
    }

    private static Object parse(String text) {
        if (text == null) {
            return null;
        }
        try {
            Object value = Json.plain(Json.parse(text));
            return value == null ? Jsonata.NULL_VALUE : value;
        } catch (IllegalArgumentException e) {
            throw new JException(e, "D3120", -1, e.getMessage(), null);
        }
    }

    private static Object partition(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof List<?> list)) {
            return null;
        }
        int size = number(arguments, 1, "partition");
        if (size < 1) {
            throw new JException("D3020", -1, size, "partition");
        }
        List<Object> parts = new ArrayList<>();
        for (int start = 0; start < list.size(); start += size) {
            parts.add(new ArrayList<>(list.subList(start, Math.min(start + size, list.size()))));
        }
        return parts;
    }

    /** A sequence, so that one element stands for itself, as was recorded on AWS. */
    private static Object range(List<?> arguments) {
        int first = number(arguments, 0, "range");
        int last = number(arguments, 1, "range");
        int step = number(arguments, 2, "range");
        if (step == 0) {
            throw new JException("D3020", -1, step, "range");
        }
        List<Object> numbers = Utils.createSequence();
        for (int i = first; step > 0 ? i <= last : i >= last; i += step) {
            numbers.add(i);
        }
        return numbers;
    }

    private static String hash(List<?> arguments) {
        String algorithm = text(arguments, 1);
        if (algorithm == null || !DIGESTS.contains(algorithm)) {
            throw new JException("T0410", -1, 2, "hash");
        }
        try {
            byte[] content = String.valueOf(text(arguments, 0)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object random(List<?> arguments) {
        return argument(arguments, 0) instanceof Number seed
                ? new Random(seed.longValue()).nextDouble()
                : random.nextDouble();
    }

    private String uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L; // version 4
        long low = random.nextLong() & Long.MAX_VALUE >>> 1 | Long.MIN_VALUE; // variant 2
        return new UUID(high, low).toString();
    }

    private static Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private static String text(List<?> arguments, int index) {
        return argument(arguments, index) instanceof String text ? text : null;
    }

    private static int number(List<?> arguments, int index, String function) {
        if (argument(arguments, index) instanceof Number number) {
            return number.intValue();
        }
        throw new JException("T0410", -1, index + 1, function);
    }
}
