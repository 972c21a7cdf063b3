        var workMetrics = new WorkMetrics(this, "WorkMetrics", [=slot("health-alarms.work")?trim], circuitTiming, alarmTiming.period());
        new HealthAlarms(this, "HealthAlarms", alarms, health, alarmTiming, workMetrics);
