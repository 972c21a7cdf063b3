package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
[/@imports]

/** A queue of SQS on the virtual clock: enough of it to account for every message. */
final class VirtualQueue implements VirtualPipe.Source {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VirtualClock clock;
    private final Duration visibility;
    private final int maxReceiveCount;
    private final VirtualQueue deadLetters;
    private final List<Message> messages = new ArrayList<>();
    private int sent;

    /** @param deadLetters null where messages are not moved from it */
    VirtualQueue(VirtualClock clock, Duration visibility, int maxReceiveCount, VirtualQueue deadLetters) {
        this.clock = clock;
        this.visibility = visibility;
        this.maxReceiveCount = maxReceiveCount;
        this.deadLetters = deadLetters;
    }

    /** Has it served by state machines that receive from it. */
    void bindReceiver(LocalAws aws) {
        aws.task("arn:aws:states:::aws-sdk:sqs:receiveMessage", arguments -> {
            ObjectNode answer = JSON.createObjectNode();
            receive().ifPresent(message -> answer.putArray("Messages").add(message.received()));
            return answer;
        });
        aws.task("arn:aws:states:::aws-sdk:sqs:getQueueAttributes", arguments -> {
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("Attributes")
                    .put("ApproximateNumberOfMessages", Long.toString(visible()))
                    .put("ApproximateNumberOfMessagesDelayed", "0")
                    .put("ApproximateNumberOfMessagesNotVisible", Long.toString(messages.size() - visible()));
            return answer;
        });
        aws.task("arn:aws:states:::aws-sdk:sqs:deleteMessage", arguments -> {
            delete(arguments.path("ReceiptHandle").asText());
            return JSON.createObjectNode();
        });
        aws.task("arn:aws:states:::aws-sdk:sqs:changeMessageVisibility", arguments -> {
            long seconds = arguments.path("VisibilityTimeout").asLong();
            hide(arguments.path("ReceiptHandle").asText(), Duration.ofSeconds(seconds));
            return JSON.createObjectNode();
        });
    }

    /** As SendMessage takes it. */
    ObjectNode send(JsonNode arguments) {
        Duration delay = Duration.ofSeconds(arguments.path("DelaySeconds").asLong(0));
        var message = new Message("message-" + ++sent, arguments, clock.instant());
        message.visibleAt = clock.instant().plus(delay);
        messages.add(message);
        return JSON.createObjectNode().put("MessageId", message.id);
    }

    /** Every message, with what it was sent with. */
    void moveTo(VirtualQueue other) {
        messages.forEach(message -> other.send(message.arguments));
        messages.clear();
    }

[#if slot("breaker.ledger")?has_content && slot("pipe.invocation")?trim == "FIRE_AND_FORGET"]
    /** Nobody gets what is in it. */
    void clear() {
        messages.clear();
    }

[/#if]
    /** How many messages are in it, hidden or not. */
    int size() {
        return messages.size();
    }

    /** The messages as a receiver gets them. */
    List<ObjectNode> received() {
        return messages.stream().map(Message::received).toList();
    }

    /** How often the message was received that was received most often. */
    int mostReceives() {
        return messages.stream().mapToInt(message -> message.receives).max().orElse(0);
    }

    @Override
    public Optional<JsonNode> next() {
        return receive().map(Message::record);
    }

    @Override
    public void ended(JsonNode message, boolean succeeded) {
        if (succeeded) {
            delete(message.path("receiptHandle").asText());
        }
    }

    private Optional<Message> receive() {
        moveDeadLetters();
        Optional<Message> next = firstVisible();
        next.ifPresent(message -> {
            message.receives++;
            message.visibleAt = clock.instant().plus(visibility);
        });
        return next;
    }

    /** Of a group, only the first message can be received. */
    private Optional<Message> firstVisible() {
        Set<String> held = new HashSet<>();
        for (Message message : messages) {
            boolean isFirst = message.group.isEmpty() || held.add(message.group);
            if (isFirst && !message.visibleAt.isAfter(clock.instant())) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private long visible() {
        return messages.stream()
                .filter(message -> !message.visibleAt.isAfter(clock.instant()))
                .count();
    }

    private void moveDeadLetters() {
        List<Message> dead = messages.stream()
                .filter(message -> message.receives >= maxReceiveCount)
                .filter(message -> !message.visibleAt.isAfter(clock.instant()))
                .toList();
        messages.removeAll(dead);
        dead.forEach(message -> deadLetters.send(message.arguments));
    }

    private void delete(String handle) {
        messages.removeIf(message -> message.handle().equals(handle));
    }

    /** What is visible at once comes last: a standard queue has no order. In its group it keeps its place. */
    private void hide(String handle, Duration hidden) {
        for (Message message : List.copyOf(messages)) {
            if (message.handle().equals(handle)) {
                message.visibleAt = clock.instant().plus(hidden);
                if (message.group.isEmpty()) {
                    messages.remove(message);
                    messages.add(message);
                }
            }
        }
    }

    private static final class Message {
        private final String id;
        private final JsonNode arguments;
        private final Instant sentAt;
        private final String group;
        private Instant visibleAt;
        private int receives;

        Message(String id, JsonNode arguments, Instant sentAt) {
            this.id = id;
            this.arguments = arguments;
            this.sentAt = sentAt;
            this.group = arguments.path("MessageGroupId").asText();
        }

        String handle() {
            return id + "-" + receives;
        }

        /** As ReceiveMessage of the SDK answers it. */
        ObjectNode received() {
            ObjectNode message = JSON.createObjectNode();
            message.put("MessageId", id).put("ReceiptHandle", handle());
            message.put("Body", arguments.path("MessageBody").asText());
            message.set("Attributes", attributes());
            if (arguments.has("MessageAttributes")) {
                message.set("MessageAttributes", arguments.path("MessageAttributes"));
            }
            return message;
        }

        /** As a pipe hands it on. */
        ObjectNode record() {
            ObjectNode message = JSON.createObjectNode();
            message.put("messageId", id).put("receiptHandle", handle());
            message.put("body", arguments.path("MessageBody").asText());
            message.set("attributes", attributes());
            ObjectNode named = message.putObject("messageAttributes");
            for (var attribute : arguments.path("MessageAttributes").properties()) {
                JsonNode value = attribute.getValue();
                named.putObject(attribute.getKey())
                        .put("dataType", value.path("DataType").asText())
                        .put("stringValue", value.path("StringValue").asText());
            }
            message.put("eventSource", "aws:sqs");
            return message;
        }

        private ObjectNode attributes() {
            ObjectNode attributes = JSON.createObjectNode()
                    .put("ApproximateReceiveCount", Integer.toString(receives))
                    .put("SentTimestamp", Long.toString(sentAt.toEpochMilli()));
            if (!group.isEmpty()) {
                attributes.put("MessageGroupId", group);
            }
            return attributes;
        }
    }
}
