[=alarmKind]
