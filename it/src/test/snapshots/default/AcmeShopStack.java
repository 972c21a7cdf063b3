package com.acme.shop.infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture, as it is drawn in README.md.
 *
 * <pre>
 * client → RequestApi → StorageFirst → WorkQueue → RequestPipe (PipeControl) → CircuitBreaker → LambdaWork
 * HealthAlarms, HealthSchedule → HealthControl → Circuit
 * </pre>
 */
final class AcmeShopStack extends Stack {
    AcmeShopStack(Construct scope, String name, Stage stage) {
        super(scope, name, properties(stage));
        Tags.of(this).add("project", "acme-shop");
        Tags.of(this).add("stage", stage.id());

        var alarms = new Alarms(this, "Alarms");
        var flags = new FeatureFlags(this, "FeatureFlags", stage, alarms);
        var flagReader = new FlagReader(this, "FlagReader", stage, flags);
        var timing = Timing.standard();
        var queue = new WorkQueue(this, "WorkQueue", stage, timing, alarms);
        var api = new RequestApi(this, "Api", stage);
        new StorageFirst(this, "StorageFirst", api, queue);
        var ledger = new Ledger(this, "Ledger", stage);

        var circuitTiming = CircuitTiming.standard();
        var circuit = new Circuit(this, "Circuit", stage);
        var changes = new CircuitEvents(this, "CircuitEvents", circuit, alarms);
        var watch = new CircuitWatch(this, "CircuitWatch", stage, circuit, alarms);
        var work = new LambdaWork(this, "Work", stage, circuitTiming, ledger, timing.ledgerRetention());
        var worker = new CircuitBreaker(this, "Worker", stage, alarms, circuit, circuitTiming, work, queue, flagReader);
        new CircuitDashboard(this, "CircuitDashboard", watch, worker);

        var pipe = new RequestPipe(this, "RequestPipe", queue, worker);
        new PipeControl(this, "PipeControl", stage, alarms, circuit, changes, pipe, worker, timing, queue, flagReader);

        var alarmTiming = AlarmTiming.standard();
        var checkTiming = CheckTiming.standard();
        var health = new HealthControl(this, "Health", stage, alarms, circuit, circuitTiming, alarmTiming, checkTiming);
        var workMetrics = new WorkMetrics(this, "WorkMetrics", work, circuitTiming, alarmTiming.period());
        new HealthAlarms(this, "HealthAlarms", alarms, health, alarmTiming, workMetrics);
        new HealthSchedule(this, "HealthSchedule", stage, alarms, circuit, health, checkTiming, work);
        new NewProcessing(this, "NewProcessing", alarms, flags);
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .description("Storage-first: API Gateway stores every request in SQS, a circuit breaker works on it")
                .terminationProtection(stage.isProtected())
                .build();
    }
}
