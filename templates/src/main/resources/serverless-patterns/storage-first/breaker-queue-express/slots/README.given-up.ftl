or after 16 deliveries (without `reason`: look for the `id` in the log of the [=slot("work")?has_content?then("function", "service")])
