
        var pipe = new RequestPipe(this, "RequestPipe", queue, worker);
        new PipeControl(this, "PipeControl", stage, alarms, circuit, changes, pipe, worker, timing, queue[=slot("pipe-control.arguments")]);
