new LambdaWork(this, "Work", stage, circuitTiming, ledger, [=slot("stack.results-kept")?trim])
