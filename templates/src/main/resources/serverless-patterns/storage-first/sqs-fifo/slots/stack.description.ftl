Storage-first: API Gateway stores every request in SQS FIFO, [=slot("stack.description.worker")?trim] works on it in order
