Storage-first: API Gateway stores every request in S3, [=slot("stack.description.worker")?trim] works on it
