        [#if slot("stack.consumer")?has_content || featureFlags == "true"]var consumer = [/#if]new Consumer(this, "Consumer", stage, timing, queue, ledger);
