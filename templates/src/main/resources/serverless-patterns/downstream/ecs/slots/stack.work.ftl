new EcsWork(this, "Work", stage[=slot("ecs-work.arguments")?trim])
