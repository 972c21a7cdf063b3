
        var circuitTiming = CircuitTiming.standard();
        var circuit = new Circuit(this, "Circuit", stage);
        [=slot("stack.circuit-events")]new CircuitEvents(this, "CircuitEvents", circuit, alarms);
        var watch = new CircuitWatch(this, "CircuitWatch", stage, circuit, alarms);
        var work = [=slot("stack.work")?trim];
[#assign arguments = 'this, "Worker", stage, alarms, circuit, circuitTiming, work' + slot("stack.worker")?trim?replace("\n", "")]
[#if arguments?length <= 78]
        var worker = new CircuitBreaker([=arguments]);
[#else]
        var worker = new CircuitBreaker(
                [=arguments]);
[/#if]
        new CircuitDashboard(this, "CircuitDashboard", watch, worker);
