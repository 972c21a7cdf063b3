package org.serverlesspatterns.it.variants.check.iam;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.check.CfnTemplate;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;
import org.serverlesspatterns.it.variants.check.HandlerCode;

/** What functions do: by their code, by the sources that invoke them, by their logs and traces. */
final class LambdaUses extends Uses {

    private static final String LAMBDA = "AWS::Lambda::Function";

    /** https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html and the pages of the sources. */
    private static final Map<String, List<String>> POLLING = Map.of(
            "AWS::SQS::Queue",
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
            "AWS::Kinesis::Stream",
            List.of(
                    "kinesis:DescribeStream",
                    "kinesis:DescribeStreamSummary",
                    "kinesis:GetRecords",
                    "kinesis:GetShardIterator",
                    "kinesis:ListShards",
                    "kinesis:ListStreams"),
            "AWS::DynamoDB::GlobalTable",
            List.of(
                    "dynamodb:DescribeStream",
                    "dynamodb:GetRecords",
                    "dynamodb:GetShardIterator",
                    "dynamodb:ListStreams"));

    /** The actions with which a source of events is read, by event source mappings as well as by pipes. */
    static Stream<String> polling(Resource source) {
        var actions = POLLING.get(source.type());
        if (actions == null) {
            throw new IllegalStateException("LambdaUses.POLLING has no line for " + source.type());
        }
        return actions.stream();
    }

    private final Function<String, HandlerCode> code;

    /** @param code by the name of the handler */
    LambdaUses(CfnTemplate template, Function<String, HandlerCode> code) {
        super(template);
        this.code = code;
    }

    @Override
    Stream<Use> all() {
        return Stream.concat(
                template.ofType(LAMBDA).flatMap(this::ofFunction),
                template.ofType("AWS::Lambda::EventSourceMapping").flatMap(this::ofSource));
    }

    private Stream<Use> ofFunction(Resource function) {
        var role = role(function, "/Role");
        var user = function.toString();
        var log = template.referredBy(function.at("/LoggingConfig/LogGroup")).stream()
                .flatMap(group -> Stream.of("logs:CreateLogStream", "logs:PutLogEvents")
                        .map(action -> Use.of(role, action, group.id(), user)));
        var tracing = function.at("/TracingConfig/Mode").asText().equals("Active")
                ? Stream.of("xray:PutTraceSegments", "xray:PutTelemetryRecords")
                        .map(action -> Use.of(role, action, Use.ANY, user))
                : Stream.<Use>of();
        var handler = function.at("/Handler").asText();
        var environment = template.texts(function.at("/Environment/Variables")).toList();
        var calls = code.apply(handler).calls().stream()
                .flatMap(call -> operation(role, call.service(), call.operation(), environment.stream(), handler));
        return Stream.of(log, tracing, calls).flatMap(uses -> uses);
    }

    private Stream<Use> ofSource(Resource mapping) {
        var function = template.references(template.text(mapping.at("/FunctionName")))
                .map(this::functionOf)
                .findFirst()
                .orElseThrow();
        var role = role(function, "/Role");
        var source = template.referredBy(mapping.at("/EventSourceArn")).orElseThrow();
        var target = template.target(template.text(mapping.at("/EventSourceArn")));
        var polling = polling(source).map(action -> Use.of(role, action, target, mapping.toString()));
        return Stream.concat(polling, onFailure(role, mapping));
    }

    private Stream<Use> onFailure(String role, Resource mapping) {
        var destination = template.text(mapping.at("/DestinationConfig/OnFailure/Destination"));
        return template.references(destination)
                .limit(1)
                .flatMap(resource -> resource.type().equals("AWS::S3::Bucket")
                        ? Stream.of(
                                Use.of(role, "s3:PutObject", resource.id() + "/*", mapping.toString()),
                                Use.of(role, "s3:ListBucket", resource.id(), mapping.toString()))
                        : delivery(role, destination, mapping.toString()));
    }

    private Resource functionOf(Resource functionOrAlias) {
        return functionOrAlias.type().equals(LAMBDA)
                ? functionOrAlias
                : template.referredBy(functionOrAlias.at("/FunctionName")).orElseThrow();
    }
}
