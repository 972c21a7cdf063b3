package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** What flags change in the circuit breaker and its work, and that nothing does when they cannot be read. */
class FlaggedCircuitTest {
    private static final String BLANKS = "{\"name\":\" big   hammer \",\"quantity\":3}";

    private final LocalBreaker breaker = new LocalBreaker();

    @Test
    void withoutBypassTheCircuitIsAsked() {
        breaker.opened();

        Execution execution = breaker.run();

        assertThat(execution.error()).isEqualTo("Circuit.Open");
        assertThat(execution.states()).containsSubsequence("ReadFlags", "IsBypassed", "GetCircuit");
    }

    @Test
    void withBypassTheCircuitIsNotAsked() {
        breaker.opened();
        breaker.flags.on("bypassCircuitBreaker");
        int reads = breaker.table.reads();
        int writes = breaker.table.writes();

        Execution execution = breaker.run();

        assertThat(execution.succeeded()).isTrue();
        assertThat(execution.states()).endsWith("ReadFlags", "IsBypassed", "Work");
        assertThat(breaker.table.reads()).isEqualTo(reads);
        assertThat(breaker.table.writes()).isEqualTo(writes);
        assertThat(breaker.status()).isEqualTo("OPEN");
    }

    @Test
    void withBypassNoFailureMovesTheCircuit() {
        breaker.flags.on("bypassCircuitBreaker");
        breaker.service.isDown();

        Execution execution = breaker.run();

        assertThat(execution.error()).isEqualTo("Work.Failed");
        assertThat(breaker.service.calls()).isEqualTo(4);
        assertThat(breaker.table.reads()).isZero();
        assertThat(breaker.table.writes()).isZero();
    }

    @Test
    void withoutTheFlagTheWorkIsDoneAsItWas() {
        assertThat(nameOf(breaker.run("id-1", BLANKS))).isEqualTo(" big   hammer ");
    }

    @Test
    void withTheFlagTheWorkIsDoneTheNewWay() {
        breaker.flags.on("newProcessing");

        assertThat(nameOf(breaker.run("id-1", BLANKS))).isEqualTo("big hammer");
    }

    @Test
    void aProbeIsDoneTheNewWayToo() {
        breaker.opened().cooledDown();
        breaker.flags.on("newProcessing");

        Execution probe = breaker.run("id-1", BLANKS);

        assertThat(probe.states()).contains("Probe");
        assertThat(nameOf(probe)).isEqualTo("big hammer");
    }

    @Test
    void oneExecutionGoesOneWayHoweverOftenItTries() {
        breaker.flags.on("newProcessing");
        breaker.service.recoversAfter(3);

        assertThat(nameOf(breaker.run("id-1", BLANKS))).isEqualTo("big hammer");
        assertThat(breaker.flags.reads()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lambda.TooManyRequestsException",
                "Lambda.SnapStartNotReadyException",
                "Lambda.ResourceNotFoundException",
                "java.lang.OutOfMemoryError",
                "States.Timeout"
            })
    void everyFlagIsOffWhenFlagsCannotBeRead(String error) {
        breaker.flags.on("bypassCircuitBreaker");
        breaker.flags.on("newProcessing");
        breaker.flags.fail(error);

        everyFlagIsOff();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"on\"", "{\"bypassCircuitBreaker\":\"true\",\"newProcessing\":1}"})
    void everyFlagIsOffWhateverElseIsTold(String answer) {
        breaker.flags.answer(answer);

        everyFlagIsOff();
    }

    private void everyFlagIsOff() {
        assertThat(nameOf(breaker.run("id-1", BLANKS))).isEqualTo(" big   hammer ");
        breaker.opened();
        assertThat(breaker.run().error()).isEqualTo("Circuit.Open");
    }

    @Test
    void whenNeitherFlagsNorServiceAnswerTheOutageIsCounted() {
        breaker.flags.hang(breaker.clock);
        breaker.service.hangs();

        Execution execution = breaker.run();

        assertThat(execution.error()).isEqualTo("Work.Failed");
        assertThat(breaker.status()).isEqualTo("OPEN");
    }

    private static String nameOf(Execution execution) {
        assertThat(execution.succeeded()).isTrue();
        return execution.output().path("result").path("name").asText();
    }
}
