package [=package].infrastructure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** What differs between the stages, and nothing else may. */
enum Stage {
    /** For trying things out: {@code cdk destroy} leaves nothing behind. */
    DEV(RemovalPolicy.DESTROY, false, RetentionDays.ONE_WEEK),
    /** Holds real requests: the stack cannot be deleted by accident, and queues and tables outlive it. */
    PROD(RemovalPolicy.RETAIN, true, RetentionDays.THREE_MONTHS);

    private final RemovalPolicy removalPolicy;
    private final boolean isProtected;
    private final RetentionDays logRetention;

    Stage(RemovalPolicy removalPolicy, boolean isProtected, RetentionDays logRetention) {
        this.removalPolicy = removalPolicy;
        this.isProtected = isProtected;
        this.logRetention = logRetention;
    }

    /**
     * The stage that {@code -c stage=} names, or dev.
     *
     * @throws IllegalArgumentException when there is no such stage
     */
    static Stage of(Construct scope) {
        String wanted = Settings.text(scope, "stage").orElse(DEV.id());
        return Arrays.stream(values())
                .filter(stage -> stage.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no stage '" + wanted + "'. Use one of these: " + allowed()));
    }

    /** The name in stack names, tags and URLs. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For what holds requests or their results. */
    RemovalPolicy removalPolicy() {
        return removalPolicy;
    }

    /** Whether AWS refuses to delete the stack and its tables. */
    boolean isProtected() {
        return isProtected;
    }

    RetentionDays logRetention() {
        return logRetention;
    }

    private static String allowed() {
        return Arrays.stream(values()).map(stage -> "-c stage=" + stage.id()).collect(Collectors.joining(", "));
    }
}
