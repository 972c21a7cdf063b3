package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
[/@imports]

/**
 * A stream of Kinesis on the virtual clock, with what a pipe remembers of it: each shard is read in order, and stands
 * still at a record that failed, which comes again after a while, without an end.
 */
final class VirtualStream implements VirtualPipe.Source {
    private static final int SHARDS = 4;
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final VirtualClock clock;
    private final List<Shard> shards = new ArrayList<>();
    private int records;
    private int turn;

    VirtualStream(VirtualClock clock) {
        this.clock = clock;
        for (int shard = 0; shard < SHARDS; shard++) {
            shards.add(new Shard());
        }
    }

    /** As PutRecord does: the partition key decides on the shard. */
    JsonNode put(String partitionKey, String data) {
        JsonNode record = record(partitionKey, data);
        shards.get(shardOf(record)).waiting.add(record);
        return record;
    }

    /** A record as a pipe hands it on. */
    JsonNode record(String partitionKey, String data) {
        records++;
        int shard = Math.floorMod(partitionKey.hashCode(), SHARDS);
        String sequenceNumber = "4959033827149025660855969253836157109592157598913658%04d".formatted(records);
        return JsonNodeFactory.instance
                .objectNode()
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", partitionKey)
                .put("sequenceNumber", sequenceNumber)
                .put("data", data)
                .put("approximateArrivalTimestamp", clock.millis() / 1000.0)
                .put("eventSource", "aws:kinesis")
                .put("eventID", "shardId-00000000000" + shard + ":" + sequenceNumber);
    }

    /** How many records no execution has ended well for. */
    int size() {
        return shards.stream().mapToInt(shard -> shard.waiting.size()).sum();
    }

    /** Shards take turns. */
    @Override
    public Optional<JsonNode> next() {
        for (int tried = 0; tried < SHARDS; tried++) {
            Shard shard = shards.get(turn++ % SHARDS);
            if (!shard.waiting.isEmpty() && !shard.readAgainAt.isAfter(clock.instant())) {
                return Optional.of(shard.waiting.peek());
            }
        }
        return Optional.empty();
    }

    @Override
    public void ended(JsonNode record, boolean succeeded) {
        Shard shard = shards.get(shardOf(record));
        if (succeeded) {
            shard.waiting.remove();
            shard.backoff = FIRST_BACKOFF;
        } else {
            shard.readAgainAt = clock.instant().plus(shard.backoff);
            Duration doubled = shard.backoff.multipliedBy(2);
            shard.backoff = doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
        }
    }

    private static int shardOf(JsonNode record) {
        return Math.floorMod(record.path("partitionKey").asText().hashCode(), SHARDS);
    }

    private static final class Shard {
        private final Deque<JsonNode> waiting = new ArrayDeque<>();
        private Instant readAgainAt = Instant.EPOCH;
        private Duration backoff = FIRST_BACKOFF;
    }
}
