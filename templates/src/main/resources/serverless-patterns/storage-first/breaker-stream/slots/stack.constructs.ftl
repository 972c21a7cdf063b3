
        var pipe = new RequestPipe(this, "RequestPipe", timing, stream, deadLetters, worker);
        new StreamWatch(this, "StreamWatch", timing, alarms, stream, pipe);
        new PipeControl(this, "PipeControl", stage, alarms, circuit, changes, pipe, worker[=slot("pipe-control.arguments")]);
