package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].infrastructure.asl.Execution;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
[/@imports]

/** The pipe stands still while the circuit is not closed and runs while it is, whoever made it otherwise. */
class PipeControlTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final PipedCircuit circuit = new PipedCircuit();

    @Test
    void withoutARecordThePipeRuns() {
        Execution execution = circuit.control();

        assertThat(execution.states()).endsWith("GetCircuit", "DescribePipe", "IsPipeAsWanted", "AsWanted");
        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
    }

    @Test
    void anOutageStopsThePipeAndItsEndStartsIt() {
        circuit.service.isDown();
        circuit.store(1);
        circuit.run(Duration.ofMinutes(4));
        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");

        circuit.service.isUp();
        circuit.run(Duration.ofMinutes(10));

        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
        assertThat(circuit.service.done()).containsExactly("request-0");
    }

    @Test
    void whenTheEventIsLostTheScheduleDoesIt() {
        circuit.eventsArrive = false;
        circuit.service.isDown();
        circuit.store(1);

        circuit.run(Duration.ofMinutes(4));

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "STOP_FAILED", "START_FAILED"})
    void whileTheCircuitIsOpenThePipeIsStopped(String state) {
        circuit.open(AN_HOUR);
        circuit.pipe.is(state);

        assertThat(circuit.control().states()).containsOnlyOnce("StopPipe").doesNotContain("StartPipe");

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOPPED", "STOP_FAILED", "START_FAILED"})
    void whileTheCircuitIsClosedThePipeIsStarted(String state) {
        circuit.pipe.is(state);

        assertThat(circuit.control().states()).containsOnlyOnce("StartPipe").doesNotContain("StopPipe");

        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
    }

    @Test
    void aStatusThatNobodyKnowsCountsAsOpen() {
        circuit.breaker.table.put(Map.of("status", AttributeValue.fromS("BROKEN")));

        circuit.control();

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
        assertThat(circuit.probes()).isZero();
    }

    @Test
    void forcedOpenThePipeStandsStillAndNobodyProbes() {
        circuit.storage.store("request-1", "group");
        circuit.stopped(Duration.ZERO);
        circuit.breaker.force("OPEN");

        circuit.run(AN_HOUR);

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
        assertThat(circuit.probes()).isZero();
        assertThat(circuit.service.calls()).isZero();
    }

    @Test
    void forcedClosedThePipeRunsHoweverIllTheServiceIs() {
        circuit.stopped(AN_HOUR);
        circuit.breaker.force("CLOSED");
        circuit.service.isDown();
        circuit.store(1);

        circuit.run(Duration.ofMinutes(5));

        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
        assertThat(circuit.storage.size()).isEqualTo(1);
    }

    @Test
    void aControlThatComesSecondWaitsForTheFirst() {
        circuit.open(AN_HOUR);
        circuit.control.before("StopPipe", circuit.pipe::stop);

        Execution second = circuit.control();

        assertThat(second.succeeded()).isTrue();
        assertThat(second.states()).containsOnlyOnce("StopPipe");
        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
    }

    @Test
    void whenTheCircuitClosesMeanwhileThePipeIsStartedAgain() {
        circuit.open(AN_HOUR);
        circuit.control.before(
                "StopPipe", () -> circuit.breaker.table.put(Map.of("status", AttributeValue.fromS("CLOSED"))));

        assertThat(circuit.control().states()).containsSubsequence("StopPipe", "StartPipe", "AsWanted");

        assertThat(circuit.pipe.state()).isEqualTo("RUNNING");
    }

    @Test
    void aPipeThatIsStuckCallsForHelp() {
        circuit.open(AN_HOUR);
        circuit.pipe.isStuck = true;

        Execution execution = circuit.control();

        assertThat(execution.error()).isEqualTo("Pipe.Stuck");
        assertThat(execution.cause()).isEqualTo("The pipe is STOPPING and should stand still");
    }

    @Test
    void whenTheTableDoesNotAnswerThePipeStaysAsItIs() {
        circuit.stopped(AN_HOUR);
        circuit.breaker.table.readsFail = true;

        assertThat(circuit.control().succeeded()).isFalse();

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
    }

    @Test
    void whileItStopsNothingIsBurnt() {
        circuit.service.isDown();
        circuit.store(200);

        circuit.run(Duration.ofMinutes(10));

        assertThat(circuit.pipe.state()).isEqualTo("STOPPED");
        assertThat(circuit.storage.size()).isEqualTo(200);
        assertThat(circuit.storage.dead()).isEmpty();
    }
}
