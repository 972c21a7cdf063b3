package [=package].functions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most, 1 to 100
 * @param before where the page before ended: what comes next is smaller
 */
record Page(int limit, String before) {
    private static final String FIRST = "~";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{80}");
    private static final Pattern ORDER = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]{12}Z[0-9a-f-]{36}");

    /**
     * @throws ParameterNotValidException when the limit is none, or the token was made by nobody here
     */
    static Page of(String limit, String nextToken) {
        if (!limit.isEmpty() && !LIMIT.matcher(limit).matches()) {
            throw new ParameterNotValidException("limit must be an integer from 1 to 100");
        }
        return new Page(limit.isEmpty() ? 20 : Integer.parseInt(limit), nextToken.isEmpty() ? FIRST : open(nextToken));
    }

    private static String open(String nextToken) {
        if (TOKEN.matcher(nextToken).matches()) {
            String order = new String(Base64.getDecoder().decode(nextToken), StandardCharsets.UTF_8);
            if (ORDER.matcher(order).matches()) {
                return order;
            }
        }
        throw new ParameterNotValidException("nextToken must be one that a list was answered with");
    }

    /** The token of the page after the one that ends with this item. */
    static String token(String listOrder) {
        return Base64.getEncoder().encodeToString(listOrder.getBytes(StandardCharsets.UTF_8));
    }
}
