
[#if healthChecks != "scheduled"]
        var alarmTiming = AlarmTiming.standard();
[/#if]
[#if healthChecks != "alarms"]
        var checkTiming = CheckTiming.standard();
[/#if]
        var health = new HealthControl(this, "Health", stage, alarms, circuit, circuitTiming, [#if healthChecks != "scheduled"]alarmTiming[/#if][#if healthChecks == "both"], [/#if][#if healthChecks != "alarms"]checkTiming[/#if]);
