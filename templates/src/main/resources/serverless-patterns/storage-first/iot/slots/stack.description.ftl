Storage-first: a topic rule of AWS IoT Core stores every message, [=slot("stack.description.worker")?trim] works on it
