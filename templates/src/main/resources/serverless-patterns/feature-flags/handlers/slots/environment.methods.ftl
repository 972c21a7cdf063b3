    static FlaggedWork flaggedWork() {
        var flags = flags();
        var work = new [=Resource]Work();
        return new FlaggedWork(
                request -> flags.isOn(Flag.NEW_PROCESSING), work, new Normalized[=Resource]Work(work), flagMetrics());
    }

