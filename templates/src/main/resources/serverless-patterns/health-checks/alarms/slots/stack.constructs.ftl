        var workMetrics = new WorkMetrics(this, "WorkMetrics", [=slot("health-alarms.work")?trim], alarmTiming.period());
        new HealthAlarms(this, "HealthAlarms", alarms, health, alarmTiming, circuitTiming.work(), workMetrics);
