        var queue = new WorkQueue(this, "WorkQueue", stage, timing, alarms);
        [=slot("stack.consumer")]new Consumer(this, "Consumer", stage, timing, queue);
