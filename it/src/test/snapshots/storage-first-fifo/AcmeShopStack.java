package com.acme.shop.infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture, as it is drawn in README.md.
 *
 * <pre>
 * client → RequestApi → StorageFirst → WorkQueue → Consumer
 * </pre>
 */
final class AcmeShopStack extends Stack {
    AcmeShopStack(Construct scope, String name, Stage stage) {
        super(scope, name, properties(stage));
        Tags.of(this).add("project", "acme-shop");
        Tags.of(this).add("stage", stage.id());

        var alarms = new Alarms(this, "Alarms");
        var ledger = new Ledger(this, "Ledger", stage);
        var timing = Timing.standard();
        var queue = new WorkQueue(this, "WorkQueue", stage, timing, alarms);
        new Consumer(this, "Consumer", stage, timing, queue, ledger);
        var api = new RequestApi(this, "Api", stage);
        new StorageFirst(this, "StorageFirst", api, queue);
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .description("Storage-first: API Gateway stores every request in SQS FIFO, Lambda works on it in order")
                .terminationProtection(stage.isProtected())
                .build();
    }
}
