package [=package].infrastructure.apigateway;

import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.app.event.MethodExceptionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.util.introspection.Info;

/** An undefined reference is an empty text, wherever it stands; an exception in a method ends the rendering. */
final class TemplateEvents implements InvalidReferenceEventHandler, MethodExceptionEventHandler {

    @Override
    public Object invalidGetMethod(Context context, String reference, Object object, String property, Info info) {
        return "";
    }

    @Override
    public Object invalidMethod(Context context, String reference, Object object, String method, Info info) {
        return "";
    }

    @Override
    public boolean invalidSetMethod(Context context, String left, String right, Info info) {
        return false;
    }

    @Override
    public Object methodException(Context context, Class<?> type, String method, Exception e, Info info) {
        if (e instanceof UnsupportedInHarnessException || e instanceof TemplateFailedException) {
            throw (RuntimeException) e;
        }
        throw new TemplateFailedException(method + " in line " + info.getLine() + ": " + e.getMessage(), e);
    }
}
