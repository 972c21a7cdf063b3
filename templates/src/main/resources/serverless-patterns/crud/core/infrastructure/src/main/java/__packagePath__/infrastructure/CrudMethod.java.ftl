package [=package].infrastructure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method of the API that an execution answers.
 *
 * @param path below the stage, without a slash at the start
 * @param statuses what the integration may answer, that of success first
 * @param parameters name, for instance {@code header.If-Match} → whether API Gateway answers 400 where it is missing
 */
record CrudMethod(String httpMethod, String path, List<String> statuses, Map<String, Boolean> parameters) {
    private static final String OF_EVERY_METHOD = "400 429 500 503 504";

    CrudMethod(String httpMethod, String path, String statuses, String... parameters) {
        this(
                httpMethod,
                path,
                Stream.of(statuses, OF_EVERY_METHOD)
                        .flatMap(some -> Stream.of(some.split(" ")))
                        .toList(),
                Arrays.stream(parameters)
                        .collect(Collectors.toMap("method.request."::concat, name -> name.startsWith("path."))));
    }

    String success() {
        return statuses.get(0);
    }

    boolean hasBody() {
        return httpMethod.equals("POST") || httpMethod.equals("PUT");
    }
}
