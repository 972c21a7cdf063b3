package [=package].functions;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Log lines as log4j2.xml lays them out in Lambda. */
final class RecordedLogs extends AbstractAppender implements AutoCloseable {
    private final LoggerContext log4j = LoggerContext.getContext(false);
    private final Appender json = log4j.getConfiguration().getAppender("Json");
    private final List<String> lines = new ArrayList<>();

    RecordedLogs() {
        super("Recorded", null, null, false, Property.EMPTY_ARRAY);
        start();
        log4j.getRootLogger().addAppender(this);
    }

    @Override
    public void append(LogEvent event) {
        lines.add(json.getLayout().toSerializable(event).toString());
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        log4j.getRootLogger().removeAppender(this);
    }
}
