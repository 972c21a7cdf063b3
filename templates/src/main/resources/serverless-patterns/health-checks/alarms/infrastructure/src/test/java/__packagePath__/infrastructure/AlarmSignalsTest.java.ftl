package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alarms open the circuit; their OK only has it probed. */
class AlarmSignalsTest {
    private final ControlledCircuit circuit = new ControlledCircuit();

    @Test
    void anAlarmOpensACircuitThatHasNoRecord() {
        circuit.at(65);

        assertThat(alarm("ALARM", 60)).isEqualTo("OPENED");
        assertThat(circuit.status()).isEqualTo("OPEN");
        assertThat(circuit.attributes())
                .containsEntry("reason", "An alarm of the work was raised")
                .containsEntry("trips", "0");
        assertThat(circuit.seconds("openedAt")).isEqualTo(65);
        assertThat(circuit.seconds("updatedAt")).isEqualTo(65);
    }

    @Test
    void anAlarmOpensAClosedCircuit() {
        circuit.change(Map.of("status", "CLOSED", "updatedAt", 0, "openedAt", -100, "openUntil", -70));
        circuit.at(65);

        assertThat(alarm("ALARM", 60)).isEqualTo("OPENED");
        assertThat(circuit.status()).isEqualTo("OPEN");
    }

    @Test
    void withoutAnOkTheCircuitIsProbedAfterAllWhenTheAlarmCanOnlyBeBack() {
        circuit.at(65);
        alarm("ALARM", 60);

        assertThat(circuit.seconds("openUntil"))
                .isEqualTo(65 + AlarmTiming.standard().hold().toSeconds());
    }

    @Test
    void theOkRequestsAProbeAndDoesNotClose() {
        circuit.at(65);
        alarm("ALARM", 60);
        circuit.at(240);

        assertThat(alarm("OK", 235)).isEqualTo("PROBE_REQUESTED");
        assertThat(circuit.status()).isEqualTo("OPEN");
        assertThat(circuit.seconds("openUntil")).isEqualTo(240);
        assertThat(circuit.seconds("updatedAt")).as("when the circuit changed").isEqualTo(65);
    }

    @Test
    void anEarlyOkDoesNotShortenTheCooldown() {
        circuit.at(65);
        alarm("ALARM", 60);
        circuit.at(70);

        alarm("OK", 69);

        assertThat(circuit.seconds("openUntil")).isEqualTo(65 + cooldown());
    }

    @Test
    void anOkDoesNotPutOffAProbe() {
        circuit.change(Map.of("status", "OPEN", "openedAt", 0, "updatedAt", 0, "openUntil", 30));
        circuit.at(100);

        alarm("OK", 99);

        assertThat(circuit.seconds("openUntil")).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSUFFICIENT_DATA", "", "alarm", "ALARM "})
    void anythingElseIsNoSignal(String state) {
        assertThat(alarm(state, 60)).isEqualTo("IGNORED");
        assertThat(circuit.attributes()).isEmpty();
    }

    @Test
    void aSignalThatCameBeforeChangesNothing() {
        circuit.at(65);
        alarm("ALARM", 60);
        alarm("OK", 120);
        circuit.change(Map.of("status", "CLOSED", "updatedAt", 130));
        Map<String, String> before = circuit.attributes();
        circuit.at(200);

        assertThat(alarm("ALARM", 60)).isEqualTo("IGNORED");
        assertThat(alarm("OK", 120)).isEqualTo("IGNORED");
        assertThat(circuit.attributes()).isEqualTo(before);
    }

    @Test
    void anAlarmFromBeforeTheCircuitClosedDoesNotOpenIt() {
        circuit.change(Map.of("status", "CLOSED", "updatedAt", 100));
        circuit.at(200);

        assertThat(alarm("ALARM", 99)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("CLOSED");
        assertThat(alarm("ALARM", 150)).isEqualTo("OPENED");
    }

    @Test
    void anOkFromBeforeTheCircuitOpenedSaysNothing() {
        circuit.change(Map.of("status", "OPEN", "openedAt", 100, "updatedAt", 100, "openUntil", 900));
        circuit.at(200);

        assertThat(alarm("OK", 99)).isEqualTo("REMEMBERED");
        assertThat(circuit.seconds("openUntil")).isEqualTo(900);
    }

    @Test
    void aProbeThatRunsIsLeftAlone() {
        circuit.change(
                Map.of("status", "HALF_OPEN", "updatedAt", 0, "openedAt", -100, "openUntil", -1, "probeUntil", 60));
        circuit.at(20);

        assertThat(alarm("ALARM", 10)).isEqualTo("REMEMBERED");
        assertThat(alarm("OK", 15)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("HALF_OPEN");
        assertThat(circuit.seconds("openUntil")).isEqualTo(-1);
    }

    @Test
    void anAlarmDoesNotKeepAnOpenCircuitOpenForLonger() {
        circuit.change(Map.of("status", "OPEN", "openedAt", 0, "updatedAt", 0, "openUntil", 30, "reason", "work"));
        circuit.at(20);

        assertThat(alarm("ALARM", 15)).isEqualTo("REMEMBERED");
        assertThat(circuit.seconds("openUntil")).isEqualTo(30);
        assertThat(circuit.attributes()).containsEntry("reason", "work");
    }

    @ParameterizedTest
    @CsvSource({"OPEN, ALARM", "OPEN, OK", "CLOSED, ALARM", "CLOSED, OK"})
    void aForcedCircuitStaysAsItIs(String status, String state) {
        circuit.change(Map.of("status", status, "forced", true, "openedAt", 0, "updatedAt", 0, "openUntil", 900));
        circuit.at(100);

        assertThat(alarm(state, 99)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo(status);
        assertThat(circuit.seconds("openUntil")).isEqualTo(900);
        assertThat(circuit.attributes()).containsEntry("forced", "true");
    }

    @Test
    void aCircuitThatWasForcedAndReleasedListensAgain() {
        circuit.change(Map.of("status", "CLOSED", "forced", false, "updatedAt", 0));
        circuit.at(100);

        assertThat(alarm("ALARM", 99)).isEqualTo("OPENED");
    }

    @Test
    void somebodyForcesTheCircuitWhileTheSignalIsWeighed() {
        circuit.change(Map.of("status", "CLOSED", "updatedAt", 0));
        circuit.at(100);
        circuit.control.before(
                "OpenByAlarm", () -> circuit.change(Map.of("status", "CLOSED", "forced", true, "updatedAt", 100)));

        assertThat(alarm("ALARM", 99)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("CLOSED");
    }

    @Test
    void theCircuitOpensByItselfWhileTheSignalIsWeighed() {
        circuit.change(Map.of("status", "CLOSED", "updatedAt", 0));
        circuit.at(100);
        circuit.control.before(
                "OpenByAlarm",
                () -> circuit.change(Map.of(
                        "status", "OPEN", "reason", "work", "updatedAt", 100, "openedAt", 100, "openUntil", 130)));

        assertThat(alarm("ALARM", 99)).isEqualTo("REMEMBERED");
        assertThat(circuit.attributes()).containsEntry("reason", "work");
        assertThat(circuit.seconds("openUntil")).isEqualTo(130);
    }

    /** Two alarms with their OK, one of them delivered twice, in every order. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "CLOSED", "OPEN", "HALF_OPEN", "forced OPEN", "forced CLOSED"})
    void inWhateverOrderTheyComeOnlyNewSignalsCountAndNoneCloses(String initial) {
        List<List<String>> orders = Orders.of("ALARM@60", "OK@120", "ALARM@180", "OK@240", "ALARM@180");
        assertThat(orders).hasSize(60);
        for (List<String> order : orders) {
            deliverInOrder(initial, order);
        }
    }

    private static void deliverInOrder(String initial, List<String> order) {
        var circuit = new ControlledCircuit();
        boolean forced = initial.startsWith("forced");
        if (!initial.equals("none")) {
            String status = initial.replace("forced ", "");
            circuit.change(Map.of("status", status, "forced", forced, "updatedAt", 0, "openedAt", 0, "openUntil", 600));
        }
        circuit.at(300);
        long newest = 0;
        for (String signal : order) {
            String state = signal.split("@")[0];
            long at = Long.parseLong(signal.split("@")[1]);
            Map<String, String> before = circuit.attributes();
            String was = circuit.status();

            String decision = circuit.deliver(event(state, at));

            if (at <= newest) {
                assertThat(decision).as("%s: %s", order, signal).isEqualTo("IGNORED");
                assertThat(circuit.attributes()).as("%s: %s", order, signal).isEqualTo(before);
            }
            boolean opens = at > newest && state.equals("ALARM") && was.equals("CLOSED") && !forced;
            assertThat(circuit.status()).as("%s: %s", order, signal).isEqualTo(opens ? "OPEN" : was);
            newest = Math.max(newest, at);
        }
        assertThat(circuit.seconds("lastAlarmAt")).isEqualTo(240);
        assertThat(circuit.attributes()).containsEntry("lastAlarm", "OK");
    }

    private String alarm(String state, long second) {
        return circuit.deliver(event(state, second));
    }

    private static String event(String state, long second) {
        return AlarmEvents.changed(state, ControlledCircuit.second(second));
    }

    private static long cooldown() {
        return CircuitTiming.standard().cooldown().toSeconds();
    }
}
