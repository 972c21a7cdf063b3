Storage-first: API Gateway stores each request in Kinesis, [=slot("stack.description.worker")?trim] works on it
