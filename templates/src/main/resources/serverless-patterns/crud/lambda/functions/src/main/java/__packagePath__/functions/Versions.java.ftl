package [=package].functions;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The versions that If-Match allows to be changed: one, any, or, where it is no ETag of ours, none. */
record Versions(long least, long most) {
    private static final Pattern ETAG = Pattern.compile("\"([1-9][0-9]{0,14})\"");

    /** For DynamoDB; false also where there is no row. */
    static final String CONDITION = "version BETWEEN :least AND :most";

    /**
     * @throws PreconditionRequiredException when the header is missing
     */
    static Versions of(String ifMatch) {
        if (ifMatch.isEmpty()) {
            throw new PreconditionRequiredException();
        }
        if (ifMatch.equals("*")) {
            return new Versions(1, 999_999_999_999_999L);
        }
        Matcher etag = ETAG.matcher(ifMatch);
        long version = etag.matches() ? Long.parseLong(etag.group(1)) : 0;
        return new Versions(version, version);
    }

    /** What the condition refers to. */
    Map<String, AttributeValue> values() {
        return Map.of(
                ":least", AttributeValue.fromN(String.valueOf(least)),
                ":most", AttributeValue.fromN(String.valueOf(most)));
    }
}
