package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.Execution;
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.StateMachine;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
[/@imports]

/**
 * The work queue, the pipe, the circuit breaker and the control of the pipe, as they are deployed, on one clock: both
 * state machines run, on DynamoDB Local; queue and pipe are models.
 */
final class PipedCircuit {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String CIRCUIT = "circuit-1";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** How many messages a pipe brings at least while its control waits for it. */
    private static final int MEANWHILE = 5;

    private static final DynamoDbClient SERVER = DynamoDBEmbedded.create().dynamoDbClient();

    final VirtualClock clock = new VirtualClock(START);
    final FakeService service = new FakeService(clock);
    final LocalWork work = new LocalWork(clock, SERVER, service);
[=slot("breaker.test-fields")]    final VirtualQueue deadLetters;
    final VirtualQueue queue;
    final VirtualPipe pipe;
    final StateMachine breaker;
    final StateMachine control;
    /** Whether changes of the circuit reach the control at once, or never. */
    boolean eventsArrive = true;

    private final String table = "circuit-" + UUID.randomUUID();
    private Instant nextTick = START;
    private String seen = "CLOSED";

    PipedCircuit() {
        SERVER.createTable(create -> create.tableName(table)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
        var timing = Timing.standard();
        deadLetters = new VirtualQueue(clock, timing.visibility(), Integer.MAX_VALUE, null);
        queue = new VirtualQueue(clock, timing.visibility(), timing.maxReceiveCount(), deadLetters);

        var aws = new LocalAws(clock).dynamoDb(SERVER);
        Map<String, String> circuit = Map.of("CircuitTable", table, "CircuitName", CIRCUIT);
        Map<String, String> substitutions = new HashMap<>(circuit);
        substitutions.putAll(CircuitTiming.standard().substitutions());
        substitutions.putAll(work.bind(aws));
        substitutions.put("StatusWithoutTable", "CLOSED");
[=slot("breaker.test-substitutions")]        substitutions.put("QueueUrl", "work-queue");
        substitutions.put("DeadLetterQueueUrl", "dead-letters");
[=slot("breaker.test-bindings")]        breaker = StateMachine.of(CircuitBreaker.definition().text(), substitutions, aws);
        aws.task("arn:aws:states:::sqs:sendMessage", arguments -> {
            boolean dead = arguments.path("QueueUrl").asText().equals("dead-letters");
            return (dead ? deadLetters : queue).send(arguments);
        });

        Map<String, String> ofControl = new HashMap<>(PipeTiming.standard().substitutions());
        ofControl.putAll(circuit);
        ofControl.put("BreakerArn", "arn:aws:states:us-east-1:123456789012:stateMachine:breaker");
        ofControl.put("PipeName", "requests");
[=slot("pipe-control.test-substitutions")]        ofControl.put("QueueUrl", "work-queue");
        ofControl.put("MaxProbes", String.valueOf(timing.probes()));
        ofControl.put("MaxReceivesOfAProbe", String.valueOf(timing.maxReceivesOfAProbe()));
        aws.stateMachine(ofControl.get("BreakerArn"), breaker);
        queue.bindReceiver(aws);
        pipe = new VirtualPipe(clock, queue, breaker);
        pipe.bind(aws);
        control = StateMachine.of(PipeControl.definition().text(), ofControl, aws)
                .before("WaitForPipe", this::pollMeanwhile);
    }

    /** Stores requests as the entry does. */
    void store(String... ids) {
        for (String id : ids) {
            queue.send(StoredMessage.of(id, "group-" + id));
        }
    }

    /** Lets everything go on for some time: the pipe brings messages, and its control runs when it is due. */
    void run(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            boolean changed = !status().equals(seen);
            seen = status();
            if (!nextTick.isAfter(clock.instant())) {
                nextTick = clock.instant().plus(MINUTE);
                control.run("{}");
            } else if (changed && eventsArrive) {
                control.run("{}");
            } else if (pipe.poll().isEmpty()) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
    }

    /** Runs the control alone. */
    Execution control() {
        return control.run("{}");
    }

    private void pollMeanwhile() {
        int brought = 0;
        while (brought < MEANWHILE && pipe.poll().isPresent()) {
            brought++;
        }
    }

    String status() {
        return text("status", "CLOSED");
    }

    String text(String attribute, String otherwise) {
        AttributeValue value = item().get(attribute);
        return value == null ? otherwise : value.s() == null ? value.n() : value.s();
    }

    /** Writes the item as somebody else would; numbers are times in seconds from now. */
    void circuit(String status, Map<String, Object> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", AttributeValue.fromS(CIRCUIT));
        item.put("status", AttributeValue.fromS(status));
        attributes.forEach((name, value) -> item.put(name, value(value)));
        SERVER.putItem(put -> put.tableName(table).item(item));
        seen = status;
    }

    /** Opens the circuit, for so many seconds. */
    void open(long seconds) {
        circuit("OPEN", Map.of("openUntil", seconds));
    }

    /** How many executions of the circuit breaker probed. */
    int probes() {
        return (int) breaker.executions().stream()
                .filter(execution -> execution.states().contains("Probe"))
                .count();
    }

    private AttributeValue value(Object value) {
        if (value instanceof Boolean) {
            return AttributeValue.fromBool((Boolean) value);
        }
        long seconds = ((Number) value).longValue();
        return AttributeValue.fromN(
                Long.toString(clock.instant().plusSeconds(seconds).toEpochMilli()));
    }

    private Map<String, AttributeValue> item() {
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS(CIRCUIT));
        return SERVER.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
    }

    /** The dead letters as a receiver gets them. */
    List<ObjectNode> dead() {
        return deadLetters.received();
    }
}
