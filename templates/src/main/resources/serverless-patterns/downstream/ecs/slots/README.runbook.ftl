**A task fails.** The execution[#if storageFirst == "none"], whose name is the id of the request,[/#if] shows which task it was and its exit code. ECS remembers a stopped task for an hour; its log stays:

```sh
aws ecs list-tasks --cluster "$(output ClusterName)" --desired-status STOPPED
aws logs tail "$(output WorkLogGroupName)" --since 1h
[#if slot("ecs-work.object")?has_content]
aws s3 cp "s3://$(output WorkBucketName)/results/try-1.json" -    # if it was done
[#else]
aws s3 cp "s3://$(output WorkBucketName)/requests/try-1.json" -
[/#if]
```

