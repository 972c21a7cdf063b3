package com.acme.shop.infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture, as it is drawn in README.md.
 *
 * <pre>
 * client → RequestApi → StorageFirst → RequestStream → RequestPipe (PipeControl) → CircuitBreaker → HttpWork
 * HealthAlarms, HealthSchedule → HealthControl → Circuit
 * client → RequestApi → Crud → CrudMachine → CrudTasks → CrudTable
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
        var api = new RequestApi(this, "Api", stage);
        var timing = Timing.standard();
        var deadLetters = new DeadLetters(this, "DeadLetters", stage, timing, alarms);
        var stream = new RequestStream(this, "Stream", stage, timing, alarms);
        new StorageFirst(this, "StorageFirst", api, stream);

        var circuitTiming = CircuitTiming.standard();
        var circuit = new Circuit(this, "Circuit", stage);
        var changes = new CircuitEvents(this, "CircuitEvents", circuit, alarms);
        var watch = new CircuitWatch(this, "CircuitWatch", stage, circuit, alarms);
        var work = new HttpWork(this, "Work", stage);
        var worker = new CircuitBreaker(
                this, "Worker", stage, alarms, circuit, circuitTiming, work, deadLetters, flagReader);
        new CircuitDashboard(this, "CircuitDashboard", watch, worker);

        var pipe = new RequestPipe(this, "RequestPipe", timing, stream, deadLetters, worker);
        new StreamWatch(this, "StreamWatch", timing, alarms, stream, pipe);
        new PipeControl(this, "PipeControl", stage, alarms, circuit, changes, pipe, worker, flagReader);

        var alarmTiming = AlarmTiming.standard();
        var checkTiming = CheckTiming.standard();
        var health = new HealthControl(this, "Health", stage, alarms, circuit, circuitTiming, alarmTiming, checkTiming);
        var workMetrics = new WorkMetrics(this, "WorkMetrics", worker.machine(), circuitTiming, alarmTiming.period());
        new HealthAlarms(this, "HealthAlarms", alarms, health, alarmTiming, workMetrics);
        new HealthSchedule(this, "HealthSchedule", stage, alarms, circuit, health, checkTiming, work);

        var crudTable = new CrudTable(this, "CrudTable", stage);
        var crudTasks = new CrudTasks(this, "CrudTasks", stage, crudTable);
        var crudMachine = new CrudMachine(this, "CrudMachine", stage, crudTasks, alarms, flagReader);
        new Crud(this, "Crud", api, crudMachine, alarms);
        flags.rollBackOn(crudMachine.failed());
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .description(String.join(
                        "; ",
                        "Storage-first: API Gateway stores each request in Kinesis, a circuit breaker works on it",
                        "CRUD: API Gateway starts a state machine for each request, which answers it"))
                .terminationProtection(stage.isProtected())
                .build();
    }
}
