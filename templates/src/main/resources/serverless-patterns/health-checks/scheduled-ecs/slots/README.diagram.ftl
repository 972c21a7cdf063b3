    check -->|HeadBucket, 2 s| [=slot("ecs-work.object")?has_content?then("results", "bucket")]
