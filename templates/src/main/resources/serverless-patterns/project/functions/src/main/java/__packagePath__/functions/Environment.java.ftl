package [=package].functions;

import java.time.Duration;
import java.time.InstantSource;

/** What the infrastructure module tells the function through its environment variables. */
final class Environment {
    private Environment() {}

    static String region() {
        return get("AWS_REGION");
    }

    static IdempotencyLedger ledger() {
        String table = get("LEDGER_TABLE");
        Duration retention = Duration.ofDays(Long.parseLong(get("RETAIN_DAYS")));
        return new IdempotencyLedger(AwsClients.dynamoDb(), table, retention, InstantSource.system());
    }

[#if lines("functions.dependencies")?seq_contains("software.amazon.awssdk:sqs")]
    static DeadLetterQueue deadLetterQueue() {
        return new DeadLetterQueue(AwsClients.sqs(), get("DEAD_LETTER_QUEUE_URL"));
    }

[/#if]
    static String get(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Environment variable " + name + " is not set");
        }
        return value;
    }
}
