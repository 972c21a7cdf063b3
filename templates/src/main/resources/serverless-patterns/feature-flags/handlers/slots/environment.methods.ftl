    static FlaggedWork flaggedWork() {
        var flags = flags();
        var present = new [=Resource]Work();
        var next = new Normalized[=Resource]Work(present);
        return new FlaggedWork(request -> flags.isOn(Flag.NEW_PROCESSING), present, next, flagMetrics());
    }

