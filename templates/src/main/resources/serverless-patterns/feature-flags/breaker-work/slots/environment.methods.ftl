    static FlaggedWork flaggedWork() {
        var present = new [=Resource]Work();
        var next = new Normalized[=Resource]Work(present);
        return new FlaggedWork(StoredRequest::newProcessing, present, next, flagMetrics());
    }

