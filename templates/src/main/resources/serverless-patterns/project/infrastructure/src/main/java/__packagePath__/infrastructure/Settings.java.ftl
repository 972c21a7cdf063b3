package [=package].infrastructure;

import java.util.Optional;
import software.constructs.Construct;

/** What {@code -c key=value} or the context in {@code cdk.json} says. */
final class Settings {
    private Settings() {}

    /** The value of a key; empty when it is not given or blank. */
    static Optional<String> text(Construct scope, String key) {
        return Optional.ofNullable(scope.getNode().tryGetContext(key))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }
}
