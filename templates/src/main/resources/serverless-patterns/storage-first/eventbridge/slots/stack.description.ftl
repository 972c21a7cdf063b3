Storage-first: API Gateway puts every request on an archived bus, [=slot("stack.description.worker")?trim] works on it
