package org.serverlesspatterns.it.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.project.Templates;
import org.serverlesspatterns.it.variants.check.CfnLintCheck;
import org.serverlesspatterns.it.variants.check.Check;
import org.serverlesspatterns.it.variants.check.Checks;

/** A fault in a template is found, and what is said leads to it. Each fault is put into the templates in memory. */
class ChecksBiteIT {

    private static final Templates TEMPLATES = Templates.from(Generator.class.getClassLoader(), Generator.TEMPLATES);

    private static final Workbench WORKBENCH = new Workbench(VariantsFolder.here());

    private static final String MAIN = "/infrastructure/src/main/java/__packagePath__/infrastructure/";
    private static final String QUEUE = "storageFirst=sqs,circuitBreaker=false";
    private static final String MACHINE = "storageFirst=step-functions,circuitBreaker=false";

    /** Of a state machine, after its making. */
    private static final String BEFORE_REVIEW =
            "        SecurityReview.accept(\n                role, \"AwsSolutions-IAM5\"";

    @AfterAll
    static void close() {
        WORKBENCH.close();
    }

    /**
     * @param name of the fault
     * @param variant in which it shows
     * @param template that gets it
     * @param right what stands in the template
     * @param wrong what stands there instead
     * @param said the parts of the finding, in this order
     */
    private record Fault(String name, String variant, String template, String right, String wrong, List<String> said) {

        static Fault of(String name, String variant, String template, String right, String wrong, String... said) {
            return new Fault(name, variant, template, right, wrong, List.of(said));
        }

        Generator generator() {
            var files = new TreeMap<>(TEMPLATES.files());
            var text = right.isEmpty() ? "" : TEMPLATES.text(template);
            assertThat(text)
                    .as("the template %s, in which the fault is made", template)
                    .contains(right);
            var faulty = right.isEmpty() ? wrong : text.replace(right, wrong);
            files.put(template, faulty.getBytes(StandardCharsets.UTF_8));
            return new Generator(new Templates(Collections.unmodifiableSortedMap(files)));
        }

        /** Tools that are started for many variants take seconds for one: they look where the fault is theirs. */
        List<Check> checks() {
            var tool = said.get(0).matches("\\[(asl-validator|cfn-lint)].*");
            return tool ? Checks.all(System.out) : Checks.inThisJvm();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.of(
                        "an [#if] is not closed",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "package ",
                        "[#if javaVersion == \"17\"]package ",
                        "[rendering] templates",
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "#if"),
                Fault.of(
                        "main code gets a warning of the compiler",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "private final TableV2 table;",
                        "private final TableV2 table;\n    private final Object raw = new java.util.ArrayList();",
                        "[compiler] infrastructure/src/main/java/com/acme/shop/infrastructure/Ledger.java:",
                        "raw type"),
                Fault.of(
                        "a test does not compile",
                        QUEUE,
                        "project/infrastructure/src/test/java/__packagePath__/infrastructure/SecurityTest.java.ftl",
                        "Synthesis.stack(",
                        "Synthesis.stuck(",
                        "[compiler] infrastructure/src/test/java/com/acme/shop/infrastructure/SecurityTest.java:",
                        "cannot find symbol"),
                Fault.of(
                        "an IAM action is missing",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        ", \"dynamodb:UpdateItem\"",
                        "",
                        "[iam] ",
                        "dynamodb:UpdateItem of Ledger",
                        "by com.acme.shop.functions.ProcessOrdersHandler is not allowed"),
                Fault.of(
                        "an IAM action is more than is used",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "\"dynamodb:UpdateItem\"",
                        "\"dynamodb:UpdateItem\", \"dynamodb:DeleteItem\"",
                        "[iam] AWS::IAM::Policy",
                        "dynamodb:DeleteItem on Ledger",
                        "which nothing does"),
                Fault.of(
                        "the IAM statement of an integration is about another resource",
                        QUEUE,
                        "storage-first/api-sqs" + MAIN + "StorageFirst.java.ftl",
                        "sendTo(queue.queue())",
                        "sendTo(queue.deadLetters())",
                        "[iam] StorageFirstRole",
                        "sqs:SendMessage of WorkQueue",
                        "by AWS::ApiGateway::Method",
                        "is not allowed"),
                Fault.of(
                        "a task of a state machine has no IAM statement",
                        MACHINE,
                        "storage-first/consumer-step-functions" + MAIN + "RequestMachine.java.ftl",
                        "asl.allow(parked.getQueueArn(), \"sqs:SendMessage\");",
                        "",
                        "[iam] ",
                        "sqs:SendMessage of DeadLetters",
                        ".Park is not allowed"),
                Fault.of(
                        "a JSONata expression is broken",
                        MACHINE,
                        "storage-first/consumer-step-functions/infrastructure/src/main/resources/state-machines/process-requests.asl.json",
                        "$substring($string(",
                        "$substring($string((",
                        "[asl] infrastructure/src/main/resources/state-machines/process-requests.asl.json",
                        "is no JSONata"),
                Fault.of(
                        "a state machine is against the language",
                        MACHINE,
                        "storage-first/consumer-step-functions/infrastructure/src/main/resources/state-machines/process-requests.asl.json",
                        "\"StartAt\": \"Work\"",
                        "\"StartAt\": \"Wrok\"",
                        "[synthesis] stack",
                        "Wrok"),
                Fault.of(
                        "a step of a state machine is reached by no other",
                        MACHINE,
                        "storage-first/consumer-step-functions/infrastructure/src/main/resources/state-machines/process-requests.asl.json",
                        "\"States\": {",
                        "\"States\": {\n    \"LeftOver\": {\"Type\": \"Succeed\"},",
                        "[asl-validator] infrastructure/src/main/resources/state-machines/process-requests.asl.json",
                        "LeftOver"),
                Fault.of(
                        "a state machine is not given a value that it takes",
                        MACHINE,
                        "state-machines" + MAIN + "AslStateMachine.java.ftl",
                        BEFORE_REVIEW,
                        "((software.amazon.awscdk.services.stepfunctions.CfnStateMachine) machine.getNode().getDefaultChild())"
                                + ".addPropertyDeletionOverride(\"DefinitionSubstitutions.WorkFunctionArn\");\n"
                                + BEFORE_REVIEW,
                        "[synthesis] stack",
                        "embedded parameter '${WorkFunctionArn}'"),
                Fault.of(
                        "a state machine is given a value that it does not take",
                        MACHINE,
                        "state-machines" + MAIN + "AslStateMachine.java.ftl",
                        BEFORE_REVIEW,
                        "((software.amazon.awscdk.services.stepfunctions.CfnStateMachine) machine.getNode().getDefaultChild())"
                                + ".addPropertyOverride(\"DefinitionSubstitutions.LeftOver\", \"x\");\n"
                                + BEFORE_REVIEW,
                        "[asl] DefinitionSubstitutions of Machine",
                        "LeftOver is supplied and not in the definition"),
                Fault.of(
                        "a state machine is given a value under another name",
                        MACHINE,
                        "storage-first/consumer-step-functions" + MAIN + "RequestMachine.java.ftl",
                        "\"DeadLetterQueueUrl\", parked",
                        "\"DeadLetterQueueURL\", parked",
                        "[synthesis] stack",
                        "State machine 'process-requests' takes [DeadLetterQueueUrl",
                        "and is given [DeadLetterQueueURL"),
                Fault.of(
                        "a parameter of the template is not used",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "super(scope, id);",
                        "super(scope, id);\n        software.amazon.awscdk.CfnParameter.Builder.create(this, \"LeftOver\").build();",
                        "[cfn-lint] Parameters/LedgerLeftOver",
                        "W2001"),
                Fault.of(
                        "a finding of cdk-nag is not explained",
                        QUEUE,
                        "functions" + MAIN + "JavaFunction.java.ftl",
                        "\"X-Ray knows no resources to restrict these actions to\", \"Resource::*\"",
                        "\"X-Ray knows no resources to restrict these actions to\", \"Resource::x\"",
                        "[cdk-nag] /acme-shop-dev/Consumer/Process/Role",
                        "AwsSolutions-IAM5[Resource::*]"),
                Fault.of(
                        "a visibility timeout is too short",
                        QUEUE,
                        "storage-first/work-queue" + MAIN + "WorkQueue.java.ftl",
                        ".visibilityTimeout(CdkDuration.of(timing.visibility()))",
                        ".visibilityTimeout(software.amazon.awscdk.Duration.seconds(timing.visibility().toSeconds() / 10))",
                        "[timing] AWS::SQS::Queue WorkQueue",
                        "VisibilityTimeout (36 s) has to be longer than AWS::Lambda::Function ConsumerProcess"),
                Fault.of(
                        "CloudFormation would not take the template",
                        QUEUE,
                        "project" + MAIN + "Alarms.java.ftl",
                        ".evaluationPeriods(1)",
                        ".evaluationPeriods(0)",
                        "[synthesis] stack",
                        "EvaluationPeriods: 0 is less than the minimum of 1"),
                Fault.of(
                        "an import is not used",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "import software.amazon.awscdk.CfnOutput;",
                        "import java.util.Set;\nimport software.amazon.awscdk.CfnOutput;",
                        "[unused import] infrastructure/src/main/java/com/acme/shop/infrastructure/Ledger.java:3",
                        "import java.util.Set;"),
                Fault.of(
                        "a source is not formatted",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "    private final TableV2 table;",
                        "   private final TableV2 table;",
                        "[format] infrastructure/src/main/java/com/acme/shop/infrastructure/Ledger.java:",
                        "would be"),
                Fault.of(
                        "a private method is not used",
                        QUEUE,
                        "ledger-table" + MAIN + "Ledger.java.ftl",
                        "    private final TableV2 table;\n",
                        "    private final TableV2 table;\n\n    private static void leftOver() {}\n",
                        "[unused code] infrastructure/src/main/java/com/acme/shop/infrastructure/Ledger.java:",
                        "method leftOver is used nowhere"),
                Fault.of(
                        "a class is not used",
                        QUEUE,
                        "ledger-table" + MAIN + "LeftOver.java.ftl",
                        "",
                        "package [=package].infrastructure;\n\nfinal class LeftOver {}\n",
                        "[unused code] infrastructure/src/main/java/com/acme/shop/infrastructure/LeftOver.java:3",
                        "type LeftOver is used nowhere"),
                Fault.of(
                        "a dependency is not used",
                        QUEUE,
                        "storage-first/consumer/slots/functions.dependencies",
                        "\n",
                        "\nsoftware.amazon.awssdk:s3\n",
                        "[dependencies] functions/pom.xml",
                        "software.amazon.awssdk:s3 is declared, and no main class uses it"),
                Fault.of(
                        "a version is kept of a library that nothing uses",
                        QUEUE,
                        "project/pom.xml.ftl",
                        "<dependencyManagement>\n    <dependencies>",
                        "<dependencyManagement>\n    <dependencies>\n      <dependency>"
                                + "<groupId>org.acme</groupId><artifactId>left-over</artifactId><version>1</version></dependency>",
                        "[dependencies] pom.xml",
                        "org.acme:left-over has a version, and is on no class path"),
                Fault.of(
                        "a file is not used",
                        QUEUE,
                        "ledger/events/left-over.json",
                        "",
                        "{}\n",
                        "[unused file] events/left-over.json"),
                Fault.of(
                        "the README names a file that is not there",
                        QUEUE,
                        "ledger/slots/README.layout",
                        "",
                        "`infrastructure/src/main/resources/tables`\n",
                        "[readme] README.md",
                        "names infrastructure/src/main/resources/tables, which is not there"),
                Fault.of(
                        "the README speaks of an option that was not chosen",
                        QUEUE,
                        "project/README.md.ftl",
                        "| Context |",
                        "Each record in Kinesis counts.\n\n| Context |",
                        "[readme] README.md",
                        "speaks of Kinesis, and the stack has no AWS::Kinesis::"),
                Fault.of(
                        "a heading of the README stands in a paragraph",
                        QUEUE,
                        "project/README.md.ftl",
                        "## Destroy\n",
                        "A sentence.\n## Destroy\n",
                        "[readme] README.md",
                        "has no empty line before and after '## Destroy'"),
                Fault.of(
                        "the README has a gap",
                        QUEUE,
                        "project/README.md.ftl",
                        "## Destroy\n",
                        "\n## Destroy\n",
                        "[readme] README.md",
                        "has several empty lines before '## Destroy'"),
                Fault.of(
                        "a function is given a variable that it does not read",
                        QUEUE,
                        "storage-first/consumer" + MAIN + "Consumer.java.ftl",
                        "\"LEDGER_TABLE\", ledger.tableName(),",
                        "\"LEDGER_TABLE\", ledger.tableName(),\n                \"LEFT_OVER\", \"x\",",
                        "[environment] com.acme.shop.functions.ProcessOrdersHandler",
                        "is given LEFT_OVER and never reads it"),
                Fault.of(
                        "a function is not given a variable that it reads",
                        QUEUE,
                        "storage-first/consumer" + MAIN + "Consumer.java.ftl",
                        "\"RETAIN_DAYS\", String.valueOf(timing.ledgerRetention().toDays()),\n",
                        "",
                        "[environment] com.acme.shop.functions.ProcessOrdersHandler",
                        "reads RETAIN_DAYS and is not given it"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFound(Fault fault) {
        assumeTrue(
                !fault.said().get(0).startsWith("[cfn-lint]") || CfnLintCheck.isThere(),
                "cfn-lint is not there: see CONTRIBUTING.md");

        var findings = WORKBENCH.check(fault.generator(), Variant.parse(fault.variant()), fault.checks());

        assertThat(findings.toString())
                .containsSubsequence(fault.said())
                .contains(
                        "in " + fault.variant(),
                        "mvn --batch-mode",
                        "-D" + fault.variant().replace(",", " -D"));
    }

    @Test
    void withoutAFaultNothingIsFound() {
        for (var variant : List.of(QUEUE, MACHINE)) {
            var findings = WORKBENCH.check(new Generator(TEMPLATES), Variant.parse(variant), Checks.all(System.out));

            assertThat(findings.toString()).isEmpty();
        }
    }
}
