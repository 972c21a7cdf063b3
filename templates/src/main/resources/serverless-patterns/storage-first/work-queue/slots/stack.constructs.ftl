        var timing = Timing.standard();
        var queue = new WorkQueue(this, "WorkQueue", stage, timing, alarms);
        var ledger = new Ledger(this, "Ledger", stage);
        [=slot("stack.consumer")]new Consumer(this, "Consumer", stage, timing, queue, ledger);
