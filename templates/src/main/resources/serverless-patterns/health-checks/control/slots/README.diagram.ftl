[#if healthChecks != "scheduled"]
    watch[CloudWatch alarms<br/>of the work] -->|ALARM, OK| signals[EventBridge<br/>signals]
[/#if]
[#if healthChecks == "both"]
    check[Lambda, every minute<br/>HealthCheckHandler] -->|health.checked| signals
[#elseif healthChecks == "scheduled"]
    check[Lambda, every minute<br/>HealthCheckHandler] -->|health.checked| signals[EventBridge<br/>signals]
[/#if]
    signals --> control[Step Functions<br/>circuit control]
    control -->|[=(healthChecks == "alarms")?then("open, probe now", "open, close")]| circuit
    signals -->|not delivered| lost[(SQS<br/>lost signals, 14 d)]
