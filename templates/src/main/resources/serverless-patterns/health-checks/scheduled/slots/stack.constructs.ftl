        new HealthSchedule(this, "HealthSchedule", stage, alarms, circuit, health, checkTiming[=slot("health-schedule.arguments")?trim]);
