        var pipe = new RequestPipe(this, "RequestPipe", queue, worker);
        var control = PipeTiming.standard();
        new PipeControl(this, "PipeControl", stage, control, alarms, circuit, changes, pipe, worker, timing, queue[=slot("pipe-control.arguments")]);
