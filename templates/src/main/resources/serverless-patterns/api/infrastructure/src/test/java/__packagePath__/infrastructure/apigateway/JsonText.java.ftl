package [=package].infrastructure.apigateway;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;
import net.minidev.json.parser.JSONParser;
import net.minidev.json.parser.ParseException;

/** JSON as templates see it. json-smart prints maps as {@code {a=b}} and lists as JSON, as API Gateway was recorded to do. */
final class JsonText {
    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JsonSmartJsonProvider())
            .mappingProvider(new JsonSmartMappingProvider())
            .build();

    private final Object root;

    private JsonText(Object root) {
        this.root = root;
    }

    static JsonText parse(String text) {
        try {
            JSONParser parser = new JSONParser(JSONParser.MODE_PERMISSIVE);
            return new JsonText(parser.parse(text, JSONValue.defaultReader.DEFAULT_ORDERED));
        } catch (ParseException e) {
            throw new TemplateFailedException("This is no JSON: " + text, e);
        }
    }

    /** The value at a JSONPath; an empty text where there is none. */
    Object read(String path) {
        try {
            Object value = root == null ? null : JsonPath.compile(path).read(root, CONFIGURATION);
            return value == null ? "" : value;
        } catch (PathNotFoundException e) {
            return "";
        } catch (InvalidPathException e) {
            throw new TemplateFailedException("This is no JSONPath: " + path, e);
        }
    }

    static String print(Object value) {
        return JSONValue.toJSONString(value, JSONStyle.LT_COMPRESS);
    }
}
