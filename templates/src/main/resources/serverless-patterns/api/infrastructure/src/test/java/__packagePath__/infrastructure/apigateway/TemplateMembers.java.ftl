package [=package].infrastructure.apigateway;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;

/** Which methods and properties a template may use: an unknown one is an error instead of nothing. Made by Velocity. */
public final class TemplateMembers extends SecureUberspector {
    private static final Set<String> STRING_METHODS = Set.of(
            "charAt",
            "compareTo",
            "compareToIgnoreCase",
            "concat",
            "contains",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "hashCode",
            "indexOf",
            "isEmpty",
            "lastIndexOf",
            "length",
            "matches",
            "replace",
            "replaceAll",
            "replaceFirst",
            "split",
            "startsWith",
            "substring",
            "toLowerCase",
            "toString",
            "toUpperCase",
            "trim");

    @Override
    public VelMethod getMethod(Object object, String name, Object[] arguments, Info info) {
        VelMethod method = super.getMethod(object, name, arguments, info);
        if (method == null && object instanceof Map && name.equals("set")) {
            return null; // For map[$key] = value Velocity asks for set(key, value) first, then for put.
        }
        if (object != null && (method == null || object instanceof String && !STRING_METHODS.contains(name))) {
            throw new UnsupportedInHarnessException(describe(object) + "." + name + "(…) with " + arguments.length
                    + " argument(s) in line " + info.getLine() + (object.equals("") ? ", on an empty text" : ""));
        }
        return method;
    }

    @Override
    public VelPropertyGet getPropertyGet(Object object, String name, Info info) {
        VelPropertyGet property = super.getPropertyGet(object, name, info);
        if (property == null && (object instanceof Input || object instanceof Util)) {
            throw new UnsupportedInHarnessException(describe(object) + "." + name + " in line " + info.getLine());
        }
        return property;
    }

    private static String describe(Object object) {
        return object instanceof Input || object instanceof Util
                ? "$" + object.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : object.getClass().getSimpleName();
    }
}
