Storage-first: API Gateway publishes to SNS, SQS stores the request, [=slot("stack.description.worker")?trim] works on it
