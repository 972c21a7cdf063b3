[#assign object = slot("ecs-work.object")?has_content]
package [=package].infrastructure;

[@imports]
import [=package].infrastructure.asl.LocalAws;
import [=package].infrastructure.asl.TaskFailure;
import [=package].infrastructure.asl.VirtualClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
[/@imports]

/** The tasks behind the circuit breaker, and the bucket [=object?then("of their results", "between both")]: they end as a test says. */
final class TestService {
    /** What of the time for an attempt is for the bucket. */
    private static final Duration BUCKET = Duration.ofSeconds(60);

    private final Map<String, JsonNode> bucket = new HashMap<>();

    private final VirtualClock clock;
    private final Duration timeout;
    private Runnable behaviour = () -> {};
    private Runnable once = () -> {};
    private final List<String> done = new ArrayList<>();
    private int calls;

    /** @param timeout after which nobody waits for an answer */
    TestService(VirtualClock clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Values for the names in the states of the work. */
    static Map<String, String> substitutions() {
        return Map.of(
[#if object]
                "InboxBucketName", "inbox-bucket",
[/#if]
                "WorkBucketName", "work",
                "WorkClusterArn", "arn:aws:ecs:eu-west-1:123456789012:cluster/work",
                "WorkTaskFamily", "work",
                "WorkSecurityGroupId", "sg-1",
                "WorkSubnet1Id", "subnet-1",
                "WorkSubnet2Id", "subnet-2");
    }

    void bind(LocalAws aws) {
[#if !object]
        aws.task("arn:aws:states:::aws-sdk:s3:putObject", this::put);
[/#if]
        aws.task("arn:aws:states:::aws-sdk:s3:getObject", this::get);
        aws.task("arn:aws:states:::ecs:runTask.sync", this::run);
    }

    void isUp() {
        behaviour = () -> {};
    }

    void isDown() {
        behaviour = () -> {
            throw exit(1);
        };
    }

    /** Is down for so many calls, and up from then on. */
    void recoversAfter(int failures) {
        int healthyFrom = calls + failures;
        behaviour = () -> {
            if (calls <= healthyFrom) {
                throw exit(1);
            }
        };
    }

    void rejects() {
        behaviour = () -> {
            throw exit(65);
        };
    }

    /** Is healthy, but we start more tasks than we may. */
    void throttles() {
        behaviour = () -> {
            throw new TaskFailure("ECS.AmazonECSException", "Rate exceeded (Error Code: ThrottlingException)");
        };
    }

    /** Does not answer in time. */
    void hangs() {
        behaviour = () -> clock.advance(timeout.minus(BUCKET).plusSeconds(1).plusMillis(1));
    }

    /** What happens during the next call, and no other. */
    void duringTheNextCall(Runnable something) {
        once = something;
    }

    /** How often it was called. */
    int calls() {
        return calls;
    }

    /** The ids of the requests whose work was done, each time it was. */
    List<String> done() {
        return List.copyOf(done);
    }

    /** What is in the bucket, by key. */
    Map<String, JsonNode> bucket() {
        return bucket;
    }

    /** As Step Functions reports the end of a task. */
    static TaskFailure exit(int code) {
        return new TaskFailure(
                "States.TaskFailed",
                "{\"Containers\":[{\"ContainerArn\":\"arn:aws:ecs\",\"ExitCode\":%d,\"Name\":\"work\"}],"
                                .formatted(code)
                        + "\"StoppedReason\":\"Essential container in task exited\"}");
    }

[#if !object]
    private JsonNode put(JsonNode arguments) {
        bucket.put(arguments.path("Key").asText(), arguments.path("Body"));
        return JsonNodeFactory.instance.objectNode();
    }

[/#if]
    private JsonNode get(JsonNode arguments) {
        JsonNode object = bucket.get(arguments.path("Key").asText());
        if (object == null) {
            throw new TaskFailure("S3.NoSuchKeyException", "The specified key does not exist.");
        }
        return JsonNodeFactory.instance.objectNode().put("Body", object.toString());
    }

    private JsonNode run(JsonNode arguments) {
        calls++;
        Runnable now = once;
        once = () -> {};
        now.run();
        behaviour.run();
        Map<String, String> environment = new HashMap<>();
        arguments
                .at("/Overrides/ContainerOverrides/0/Environment")
                .forEach(variable -> environment.put(
                        variable.path("Name").asText(), variable.path("Value").asText()));
        if (environment.get("PROBE").equals("false")) {
            done.add(environment.get("[=object?then("RESULT", "REQUEST")]_URI").replaceFirst(".*/(.*)\\.json", "$1"));
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
