Storage-first: API Gateway stores every request in Kinesis, [=slot("stack.description.worker")?trim] works on it
