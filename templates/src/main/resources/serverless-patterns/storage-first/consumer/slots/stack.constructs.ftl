        [=slot("stack.consumer")]new Consumer(this, "Consumer", stage, timing, queue, ledger);
