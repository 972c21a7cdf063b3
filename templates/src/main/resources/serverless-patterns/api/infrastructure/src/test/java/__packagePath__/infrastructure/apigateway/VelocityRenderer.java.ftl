package [=package].infrastructure.apigateway;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;

/**
 * Velocity, set up to behave as the version 1 that API Gateway speaks.
 *
 * @see <a href="https://velocity.apache.org/engine/2.4/upgrading.html">Upgrading, backward compatibility</a>
 */
final class VelocityRenderer {
    private static final Pattern UNSUPPORTED = Pattern.compile("#\\{?(parse|include|evaluate|define|stop|break)\\b");
    private static final VelocityEngine ENGINE = engine();

    private VelocityRenderer() {}

    static String render(String template, Map<String, Object> variables) {
        Matcher unsupported = UNSUPPORTED.matcher(template);
        if (unsupported.find()) {
            throw new UnsupportedInHarnessException(unsupported.group());
        }
        VelocityContext context = new VelocityContext(new HashMap<>(variables));
        EventCartridge events = new EventCartridge();
        events.addEventHandler(new TemplateEvents());
        events.attachToContext(context);
        StringWriter text = new StringWriter();
        try {
            ENGINE.evaluate(context, text, "template", template);
        } catch (MethodInvocationException e) {
            if (e.getCause() instanceof UnsupportedInHarnessException
                    || e.getCause() instanceof TemplateFailedException) {
                throw (RuntimeException) e.getCause();
            }
            throw new TemplateFailedException(e.getMessage(), e);
        } catch (ParseErrorException e) {
            throw new TemplateFailedException(e.getMessage(), e);
        }
        return text.toString();
    }

    private static VelocityEngine engine() {
        Properties properties = new Properties();
        properties.setProperty("parser.allow_hyphen_in_identifiers", "true");
        properties.setProperty("parser.space_gobbling", "bc");
        properties.setProperty("introspector.conversion_handler.class", "none");
        properties.setProperty("event_handler.invalid_references.null", "true");
        properties.setProperty("introspector.uberspect.class", TemplateMembers.class.getName());
        return new VelocityEngine(properties);
    }
}
