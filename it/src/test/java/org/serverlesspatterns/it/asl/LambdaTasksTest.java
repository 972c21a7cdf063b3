package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.shop.infrastructure.asl.TaskFailure;
import org.junit.jupiter.api.Test;

/** Lambda functions, by <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Step Functions</a>. */
class LambdaTasksTest {
    private static final String INVOKE = """
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": {"FunctionName": "f", "Payload": "{% $states.input %}"}\
        """;

    private final Machines machines = new Machines();

    @Test
    void theResultHasThePayloadAndWhatWasExecuted() {
        machines.aws.lambda("f", payload -> Machines.json("{\"got\": %s}".formatted(payload)));

        var output = machines.state(INVOKE).run("[1]").output();

        assertThat(output.at("/Payload/got")).isEqualTo(Machines.json("[1]"));
        assertThat(output.path("StatusCode").asInt()).isEqualTo(200);
        assertThat(output.path("ExecutedVersion").asText()).isEqualTo("$LATEST");
        assertThat(output.path("SdkHttpMetadata").isObject()).isTrue();
    }

    @Test
    void byItsArnTheResultIsThePayload() {
        var arn = "arn:aws:lambda:eu-west-1:123456789012:function:f";
        machines.aws.lambda(arn, payload -> payload);

        assertThat(machines.state("\"Type\": \"Task\", \"Resource\": \"" + arn + "\"")
                        .run("[1]")
                        .output())
                .isEqualTo(Machines.json("[1]"));
    }

    /** Of a nested class the name is the binary one. */
    @Test
    void anExceptionIsAnErrorOfTheNameOfItsClass() {
        machines.aws.lambda("f", payload -> {
            throw new Refused("no", new IllegalStateException("deeper"));
        });

        var execution = machines.state(INVOKE).run("{}");

        assertThat(execution.error()).isEqualTo("org.serverlesspatterns.it.asl.LambdaTasksTest$Refused");
        var cause = Machines.json(execution.cause());
        assertThat(cause.path("errorMessage").asText()).isEqualTo("no");
        assertThat(cause.path("errorType").asText()).isEqualTo(execution.error());
        assertThat(cause.path("stackTrace").get(0).asText()).contains("LambdaTasksTest");
        assertThat(cause.at("/cause/errorMessage").asText()).isEqualTo("deeper");
    }

    @Test
    void anErrorOfTheServiceHasItsOwnName() {
        machines.aws.lambda("f", payload -> {
            throw new TaskFailure("Lambda.TooManyRequestsException", "Rate Exceeded.");
        });

        var execution = machines.state(INVOKE).run("{}");

        assertThat(execution.error()).isEqualTo("Lambda.TooManyRequestsException");
        assertThat(execution.cause()).isEqualTo("Rate Exceeded.");
    }

    /** No catcher of the state machine hides what is wrong with the test. */
    @Test
    void whatNothingIsBoundToIsAnErrorOfTheTest() {
        var catching = "%s, \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Only\"}]";

        assertThatThrownBy(() -> machines.state(catching.formatted(INVOKE)).run("{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Lambda function f");
        assertThatThrownBy(() -> machines.state(catching.formatted("\"Type\": \"Task\", \"Resource\": \"arn:x\""))
                        .run("{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("arn:x");
    }

    @Test
    void anAssertionInsideAFunctionFailsTheTest() {
        machines.aws.lambda("f", payload -> {
            throw new AssertionError("not as expected");
        });

        assertThatThrownBy(() -> machines.state(INVOKE).run("{}")).hasMessage("not as expected");
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
