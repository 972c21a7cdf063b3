package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].functions.LocalSweeper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
[/@imports]

/** The sweeper beside the circuit breaker, with the handler that is deployed: both on one table of requests. */
class SweptRequestsTest {
    private static final String ID = "request-0";
    private static final Duration LONGER_THAN_THE_STREAM = Duration.ofHours(26);

    private final PipedCircuit circuit = new PipedCircuit();
    private final TestService service = circuit.service;
    private final RequestTable rows = circuit.storage.rows;
    private final LocalSweeper sweeper = new LocalSweeper(rows.client(), rows.name, circuit.clock, this::queue);

    @Test
    void whatTheStreamLostIsWorkedOnOnce() {
        rows.store(ID, "{\"name\":\"hammer\",\"quantity\":3}");
        circuit.clock.advance(LONGER_THAN_THE_STREAM);

        assertThat(sweeper.sweep()).isEqualTo(1);
        circuit.run(Duration.ofMinutes(1));

        assertThat(service.done()).containsExactly(ID);
        assertThat(sweptInTwentyDays()).isZero();
    }

    @Test
    void whatIsDoneIsNotQueuedAgain() {
        circuit.store(3);
        circuit.run(Duration.ofMinutes(1));

        assertThat(sweptInTwentyDays()).isZero();
    }

    @Test
    void whatIsRejectedIsNotQueuedAgain() {
        circuit.store(1);
        service.rejects();
        circuit.run(Duration.ofMinutes(1));

        assertThat(sweptInTwentyDays()).isZero();
    }

    /** Its message comes back by itself, and ends in the dead letters if it always fails. */
    @Test
    void whatHasFailedIsNotQueuedAgain() {
        circuit.breaker.force("CLOSED");
        circuit.store(1);
        service.isDown();
        circuit.run(Duration.ofMinutes(1));

        assertThat(sweptInTwentyDays()).isZero();
    }

    @Test
    void whatWaitsForDaysIsQueuedOnceInEachAndWorkedOnOnce() {
        circuit.stopped(Duration.ofDays(3));
        List<String> ids = circuit.store(5);

        for (int hour = 0; hour < 60; hour++) {
            circuit.clock.advance(Duration.ofHours(1));
            sweeper.sweep();
        }
        assertThat(circuit.storage.size())
                .as("each with two messages more: after 26 and 52 hours")
                .isEqualTo(15);
        assertThat(service.calls()).isZero();
        circuit.clock.advance(Duration.ofHours(12));
        circuit.run(Duration.ofMinutes(10));

        assertThat(service.done()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(circuit.storage.size()).isZero();
        assertThat(circuit.storage.dead()).isEmpty();
        assertThat(sweptInTwentyDays()).isZero();
    }

    private void queue(String text) {
        circuit.storage.queue.send(JsonNodeFactory.instance.objectNode().put("MessageBody", text));
    }

    private int sweptInTwentyDays() {
        int swept = 0;
        for (int day = 0; day < 20; day++) {
            circuit.clock.advance(Duration.ofDays(1));
            swept += sweeper.sweep();
        }
        return swept;
    }
}
