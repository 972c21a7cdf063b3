package [=package].infrastructure.apigateway;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.text.StringEscapeUtils;

/** {@code $util}. Public because Velocity calls it. */
public final class Util {
    Util() {}

    /** An apostrophe becomes {@code \'}, which JSON does not allow. */
    public String escapeJavaScript(Object text) {
        return StringEscapeUtils.escapeEcmaScript(text.toString());
    }

    public Object parseJson(Object json) {
        return JsonText.parse(json.toString()).read("$");
    }

    public String urlEncode(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    public String urlDecode(Object text) {
        return URLDecoder.decode(text.toString(), StandardCharsets.UTF_8);
    }

    public String base64Encode(Object text) {
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String base64Decode(Object base64) {
        return new String(Base64.getDecoder().decode(base64.toString()), StandardCharsets.UTF_8);
    }
}
