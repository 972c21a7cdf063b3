package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

/**
 * The largest payload, by
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">the quotas of Step Functions</a>:
 * 256 KiB of JSON in UTF-8.
 */
class PayloadTest {
    /** With its two quotes. */
    private static final int LARGEST = 256 * 1024 - 2;

    private final Machines machines = new Machines();

    @Test
    void aResultMayHave256KiB() {
        assertThat(result("x".repeat(LARGEST))).isNull();
        assertThat(result("x".repeat(LARGEST + 1))).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void soManyEvenWhereTheOutputIsSmall() {
        var tooLarge = TextNode.valueOf("x".repeat(LARGEST + 1));
        machines.aws.task(Machines.RESOURCE, arguments -> tooLarge);

        assertThat(machines.state(
                                "\"Type\": \"Task\", \"Resource\": \"%s\", \"Output\": 1".formatted(Machines.RESOURCE))
                        .run("{}")
                        .error())
                .isEqualTo("States.DataLimitExceeded");
        assertThat(machines.state("\"Type\": \"Pass\", \"Output\": 1")
                        .run(tooLarge)
                        .error())
                .isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void bytesCountNotCharacters() {
        assertThat(result("é".repeat(LARGEST / 2))).isNull();
        assertThat(result("é".repeat(LARGEST / 2) + "x")).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void soMayInputOutputArgumentsAndVariables() {
        var text = TextNode.valueOf("x".repeat(LARGEST));
        machines.aws.task(Machines.RESOURCE, arguments -> null);

        assertThat(machines.state("\"Type\": \"Pass\"").run(text).status()).isEqualTo("SUCCEEDED");
        assertThat(machines.state("\"Type\": \"Pass\"")
                        .run(TextNode.valueOf(text.asText() + "x"))
                        .error())
                .isEqualTo("States.DataLimitExceeded");
        assertThat(machines.state("\"Type\": \"Pass\", \"Output\": \"{% $states.input & '.' %}\"")
                        .run(text)
                        .error())
                .isEqualTo("States.DataLimitExceeded");
        assertThat(machines.state("\"Type\": \"Pass\", \"Assign\": {\"x\": \"{% $states.input %}\"}, \"Output\": 1")
                        .run(text)
                        .error())
                .isEqualTo("States.DataLimitExceeded");
        assertThat(machines.state(
                                "\"Type\": \"Task\", \"Resource\": \"%s\", \"Arguments\": {\"a\": \"{%% $states.input %%}\"}"
                                        .formatted(Machines.RESOURCE))
                        .run(text)
                        .error())
                .isEqualTo("States.DataLimitExceeded");
    }

    private String result(String text) {
        machines.aws.task(Machines.RESOURCE, arguments -> TextNode.valueOf(text));
        return machines.state("\"Type\": \"Task\", \"Resource\": \"%s\"".formatted(Machines.RESOURCE))
                .run("{}")
                .error();
    }
}
