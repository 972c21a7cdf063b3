        [#if featureFlags == "true"]var consumer = [/#if]new Consumer(this, "Consumer", stage, timing, alarms, stream, deadLetters, ledger);
