Storage-first: API Gateway stores every request in SQS, [=slot("stack.description.worker")?trim] works on it
