[#assign object = slot("ecs-work.object")?has_content]
package [=package].infrastructure;

import java.time.Duration;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;
import software.constructs.IConstruct;

[#if object]
/** What tasks leave for the breaker: {@code results/<id>.json}. */
[#else]
/** What the breaker and a task hand each other: {@code requests/<id>.json} and {@code results/<id>.json}. */
[/#if]
final class WorkBucket extends Construct {
    /** As long as an execution can be looked at, and the result of a repeated request is known. */
    private static final Duration KEPT = Duration.ofDays(90);

[#if !object]
    private static final String REQUESTS = "requests/*";
[/#if]
    private static final String RESULTS = "results/*";

    private final Bucket bucket;

    WorkBucket(Construct scope, String id, Stage stage) {
        super(scope, id);
        bucket = Bucket.Builder.create(this, "Bucket")
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(CdkDuration.of(KEPT))
                        .abortIncompleteMultipartUploadAfter(CdkDuration.of(Duration.ofDays(1)))
                        .build()))
                .removalPolicy(stage.removalPolicy())
                .build();
        SecurityReview.accept(
                bucket, "AwsSolutions-S1", "Only the state machine and its tasks use it, and both are logged");
        CfnOutput.Builder.create(Stack.of(this), "WorkBucketName")
                .value(bucket.getBucketName())
                .build();
    }

    String name() {
        return bucket.getBucketName();
    }

[#if slot("ecs-work.bucket")?has_content]
    String arn() {
        return bucket.getBucketArn();
    }

[/#if]
[#if !object]
    PolicyStatement writeRequests() {
        return statement(REQUESTS, "s3:PutObject");
    }

    PolicyStatement readRequests() {
        return statement(REQUESTS, "s3:GetObject");
    }

[/#if]
    PolicyStatement readResults() {
        return statement(RESULTS, "s3:GetObject");
    }

    PolicyStatement useResults() {
        return statement(RESULTS, "s3:GetObject", "s3:PutObject");
    }

    /** Accepts the above on a role. */
    void accept(IConstruct role) {
        String logicalId =
                Stack.of(bucket).getLogicalId((CfnBucket) bucket.getNode().getDefaultChild());
[#if object]
        SecurityReview.accept(
                role,
                "AwsSolutions-IAM5",
                "Every request has a key of its own",
                "Resource::<" + logicalId + ".Arn>/" + RESULTS);
[#else]
        for (String objects : List.of(REQUESTS, RESULTS)) {
            SecurityReview.accept(
                    role,
                    "AwsSolutions-IAM5",
                    "Every request has a key of its own",
                    "Resource::<" + logicalId + ".Arn>/" + objects);
        }
[/#if]
    }

    private PolicyStatement statement(String objects, String... actions) {
        return PolicyStatement.Builder.create()
                .actions(List.of(actions))
                .resources(List.of(bucket.arnForObjects(objects)))
                .build();
    }
}
