[#if slot("stream.queue")?has_content]
        var stream = new RequestStream(this, "Stream", stage, alarms);
        new StreamToQueue(this, "StreamToQueue", stage, timing, alarms, stream, queue);
[#else]
        var timing = Timing.standard();
        var deadLetters = new DeadLetters(this, "DeadLetters", stage, timing, alarms);
        var stream = new RequestStream(this, "Stream", stage, timing, alarms);
[/#if]
        new StorageFirst(this, "StorageFirst", api, stream);
