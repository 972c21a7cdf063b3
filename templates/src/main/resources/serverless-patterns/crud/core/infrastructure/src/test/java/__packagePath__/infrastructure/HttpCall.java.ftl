package [=package].infrastructure;

import java.util.Map;
import java.util.TreeMap;

/** An HTTP request to the deployed API. */
record HttpCall(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
    static final String LIST = "/[=resourcePath]";

    static HttpCall of(String method, String path) {
        return new HttpCall(method, path, Map.of(), Map.of(), "");
    }

    static HttpCall post(String body) {
        return new HttpCall("POST", LIST, Map.of(), Map.of(), body);
    }

    static HttpCall list() {
        return of("GET", LIST);
    }

    static HttpCall get(String id) {
        return of("GET", LIST + "/" + id);
    }

    static HttpCall put(String id, String body) {
        return new HttpCall("PUT", LIST + "/" + id, Map.of(), Map.of(), body);
    }

    static HttpCall delete(String id) {
        return of("DELETE", LIST + "/" + id);
    }

    HttpCall header(String name, String value) {
        return new HttpCall(method, path, query, with(headers, name, value), body);
    }

    HttpCall query(String name, String value) {
        return new HttpCall(method, path, with(query, name, value), headers, body);
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return more;
    }
}
