package [=package].infrastructure.apigateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A body of type {@code application/x-www-form-urlencoded}, read as SQS and SNS read it (AWS query protocol). */
public final class FormBody {
    private FormBody() {}

    /**
     * The parameters in their order, decoded.
     *
     * @throws IllegalArgumentException when a parameter has no {@code =}, is there twice, or is badly encoded
     */
    public static Map<String, String> decode(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : form.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Form parameter without '=': " + parameter);
            }
            String name = decodeText(parameter.substring(0, equals));
            if (parameters.put(name, decodeText(parameter.substring(equals + 1))) != null) {
                throw new IllegalArgumentException("Form parameter twice: " + name);
            }
        }
        return parameters;
    }

    private static String decodeText(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
