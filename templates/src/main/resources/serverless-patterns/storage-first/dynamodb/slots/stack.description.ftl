Storage-first: API Gateway stores every request in DynamoDB, [=slot("stack.description.worker")?trim] works on it
