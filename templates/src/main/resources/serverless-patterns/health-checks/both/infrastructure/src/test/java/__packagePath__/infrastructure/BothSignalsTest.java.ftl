package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

[@imports]
import [=package].functions.CheckEvents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@imports]

/** Alarms and health checks on one circuit: each has its own order, because each has its own clock and its own delays. */
class BothSignalsTest {
    private final ControlledCircuit circuit = new ControlledCircuit();

    @Test
    void anAlarmIsNotLateBecauseAHealthCheckWasFaster() {
        deliver("good@70", 71);

        assertThat(deliver("ALARM@69", 75)).isEqualTo("OPENED");
    }

    @Test
    void aHealthCheckIsNotLateBecauseAnAlarmWasFaster() {
        deliver("bad@60", 61);
        deliver("bad@120", 121);
        deliver("OK@185", 186);

        assertThat(deliver("bad@180", 190)).isEqualTo("OPENED");
    }

    @Test
    void healthyChecksCloseWhatTheAlarmHasOpenedWhenTheAlarmIsOkAgain() {
        deliver("ALARM@30", 31);
        deliver("good@60", 61);
        deliver("good@120", 121);
        assertThat(deliver("good@180", 181)).isEqualTo("REMEMBERED");
        assertThat(circuit.status())
                .as("closed now, the alarm could not open it again without an OK before")
                .isEqualTo("OPEN");

        deliver("OK@200", 201);
        assertThat(circuit.status()).isEqualTo("OPEN");
        assertThat(deliver("good@240", 241)).isEqualTo("CLOSED");
    }

    @Test
    void anOkThatGetsLostDelaysTheCircuitAndDoesNotKeepItOpen() {
        long hold = AlarmTiming.standard().hold().toSeconds();
        deliver("ALARM@30", 31);
        for (long second = 60; second < 30 + hold; second += 60) {
            assertThat(deliver("good@" + second, second + 1)).isEqualTo("REMEMBERED");
        }

        assertThat(deliver("good@" + (60 + hold), 61 + hold)).isEqualTo("CLOSED");
    }

    @Test
    void anAlarmThatComesWhileHealthyChecksAreWeighedKeepsTheCircuitOpen() {
        circuit.change(Map.of("status", "OPEN", "openedAt", 0, "updatedAt", 0, "openUntil", 900));
        deliver("good@60", 61);
        deliver("good@120", 121);
        circuit.control.before("CloseByChecks", () -> circuit.deliver(event("ALARM@179")));

        assertThat(deliver("good@180", 181)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("OPEN");
    }

    /** The alarms among each other and the checks among each other decide; how they are mixed does not. */
    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "OPEN", "forced CLOSED"})
    void inWhateverOrderTheyComeNoneIsTakenForLateBecauseOfTheOther(String initial) {
        for (List<String> order : Orders.of("ALARM@70", "OK@130", "bad@60", "bad@120", "bad@180")) {
            var circuit = new ControlledCircuit();
            String status = initial.replace("forced ", "");
            circuit.change(
                    Map.of("status", status, "forced", initial.startsWith("forced"), "updatedAt", 0, "openUntil", 900));
            circuit.at(200);
            order.forEach(signal -> circuit.deliver(event(signal)));

            boolean alarm = order.indexOf("ALARM@70") < order.indexOf("OK@130");
            boolean checks = order.stream()
                    .filter(signal -> signal.startsWith("bad"))
                    .toList()
                    .equals(List.of("bad@60", "bad@120", "bad@180"));
            String expected = initial.equals("CLOSED") && (alarm || checks) ? "OPEN" : status;
            assertThat(circuit.status()).as("%s", order).isEqualTo(expected);
            assertThat(circuit.seconds("lastAlarmAt")).as("%s", order).isEqualTo(130);
        }
    }

    private String deliver(String signal, long second) {
        return circuit.at(second).deliver(event(signal));
    }

    /** @param signal what it says, {@code @}, and the second when it was so */
    private static String event(String signal) {
        String says = signal.split("@")[0];
        var at = ControlledCircuit.second(Long.parseLong(signal.split("@")[1]));
        return switch (says) {
            case "good", "bad" -> CheckEvents.checked(says.equals("good"), at, "stack", ControlledCircuit.NAME);
            default -> AlarmEvents.changed(says, at);
        };
    }
}
