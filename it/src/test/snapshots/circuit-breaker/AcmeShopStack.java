package com.acme.shop.infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture, as it is drawn in README.md.
 *
 * <pre>
 * client → RequestApi → CircuitApi → CircuitBreaker → LambdaWork
 * HealthAlarms, HealthSchedule → HealthControl → Circuit
 * </pre>
 */
final class AcmeShopStack extends Stack {
    AcmeShopStack(Construct scope, String name, Stage stage) {
        super(scope, name, properties(stage));
        Tags.of(this).add("project", "acme-shop");
        Tags.of(this).add("stage", stage.id());

        var alarms = new Alarms(this, "Alarms");
        var api = new RequestApi(this, "Api", stage);
        var ledger = new Ledger(this, "Ledger", stage);

        var circuitTiming = CircuitTiming.standard();
        var circuit = new Circuit(this, "Circuit", stage);
        new CircuitEvents(this, "CircuitEvents", circuit, alarms);
        var watch = new CircuitWatch(this, "CircuitWatch", stage, circuit, alarms);
        var work = new LambdaWork(this, "Work", stage, circuitTiming, ledger, CircuitApi.RESULTS_KEPT);
        var worker = new CircuitBreaker(this, "Worker", stage, alarms, circuit, circuitTiming, work);
        new CircuitDashboard(this, "CircuitDashboard", watch, worker);
        new CircuitApi(this, "CircuitApi", api, circuitTiming, worker);

        var alarmTiming = AlarmTiming.standard();
        var checkTiming = CheckTiming.standard();
        var health = new HealthControl(this, "Health", stage, alarms, circuit, circuitTiming, alarmTiming, checkTiming);
        var workMetrics = new WorkMetrics(this, "WorkMetrics", work, circuitTiming, alarmTiming.period());
        new HealthAlarms(this, "HealthAlarms", alarms, health, alarmTiming, workMetrics);
        new HealthSchedule(this, "HealthSchedule", stage, alarms, circuit, health, checkTiming, work);
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
                .description("Circuit breaker: API Gateway has work done, or fails fast while the service is down")
                .terminationProtection(stage.isProtected())
                .build();
    }
}
