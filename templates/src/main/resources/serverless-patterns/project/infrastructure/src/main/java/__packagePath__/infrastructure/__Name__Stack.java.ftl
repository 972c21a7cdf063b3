package [=package].infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture: a request is stored before it is answered, and worked on after.
 *
 * <pre>client → RequestApi → StorageFirst → WorkQueue → Consumer</pre>
 */
final class [=Name]Stack extends Stack {
    [=Name]Stack(Construct scope, String name, Stage stage) {
        super(scope, name, properties(stage));
        Tags.of(this).add("project", "[=stackName]");
        Tags.of(this).add("stage", stage.id());

        var timing = Timing.standard();
        var alarms = new Alarms(this, "Alarms");
        var queue = new WorkQueue(this, "WorkQueue", stage, timing, alarms);
        new Consumer(this, "Consumer", stage, timing, queue);

        var api = new RequestApi(this, "Api", stage);
        new StorageFirst(this, "StorageFirst", timing, api, queue);
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .description("Storage-first: API Gateway stores every request in SQS, Lambda works on it")
                .terminationProtection(stage.isProtected())
                .build();
    }
}
