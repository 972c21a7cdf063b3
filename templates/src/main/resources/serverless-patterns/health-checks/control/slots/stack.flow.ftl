[=(healthChecks == "scheduled")?then("HealthSchedule", (healthChecks == "alarms")?then("HealthAlarms", "HealthAlarms, HealthSchedule"))] → HealthControl → Circuit
