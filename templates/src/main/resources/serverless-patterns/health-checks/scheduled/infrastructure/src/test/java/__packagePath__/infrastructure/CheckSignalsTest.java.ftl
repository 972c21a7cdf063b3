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

/** Health checks open the circuit and close it, when several in a row agree. */
class CheckSignalsTest {
    private static final CheckTiming TIMING = CheckTiming.standard();

    private final ControlledCircuit circuit = new ControlledCircuit();

    @Test
    void badResultsInARowOpenTheCircuit() {
        assertThat(bad(60)).isEqualTo("REMEMBERED");
        assertThat(bad(120)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("CLOSED");

        assertThat(bad(180)).isEqualTo("OPENED");
        assertThat(circuit.status()).isEqualTo("OPEN");
        assertThat(circuit.attributes()).containsEntry("reason", "3 health checks failed");
        assertThat(circuit.seconds("openedAt")).isEqualTo(181);
        assertThat(circuit.seconds("openUntil")).isEqualTo(181 + cooldown());
    }

    @Test
    void oneGoodResultStartsTheCountAgain() {
        bad(60);
        bad(120);
        good(180);
        bad(240);
        bad(300);
        assertThat(circuit.status()).isEqualTo("CLOSED");

        bad(360);
        assertThat(circuit.status()).isEqualTo("OPEN");
    }

    @Test
    void goodResultsInARowCloseTheCircuit() {
        open(0);
        good(60);
        good(120);
        assertThat(circuit.status()).isEqualTo("OPEN");

        assertThat(good(180)).isEqualTo("CLOSED");
        assertThat(circuit.status()).isEqualTo("CLOSED");
        assertThat(circuit.attributes())
                .containsEntry("reason", "3 health checks succeeded")
                .doesNotContainKeys("openedAt", "openUntil", "trips", "failures", "windowStart");
    }

    @Test
    void oneBadResultKeepsTheCircuitOpen() {
        open(0);
        good(60);
        good(120);
        bad(180);
        good(240);
        good(300);
        assertThat(circuit.status()).isEqualTo("OPEN");

        good(360);
        assertThat(circuit.status()).isEqualTo("CLOSED");
    }

    @Test
    void goodResultsFromBeforeTheCircuitOpenedDoNotCount() {
        for (int minute = 1; minute <= 10; minute++) {
            good(60 * minute);
        }
        open(610);

        good(660);
        good(720);
        assertThat(circuit.status()).isEqualTo("OPEN");
        good(780);
        assertThat(circuit.status()).isEqualTo("CLOSED");
    }

    @Test
    void aProbeThatFailsCountsMoreThanChecksBeforeIt() {
        open(0);
        good(60);
        good(120);
        circuit.change(Map.of("updatedAt", 150, "openedAt", 150, "openUntil", 210));

        good(180);
        good(240);
        assertThat(circuit.status()).isEqualTo("OPEN");
        good(300);
        assertThat(circuit.status()).isEqualTo("CLOSED");
    }

    @Test
    void badResultsFromBeforeTheCircuitClosedDoNotCount() {
        bad(60);
        bad(120);
        circuit.change(Map.of("status", "CLOSED", "updatedAt", 150));

        bad(180);
        bad(240);
        assertThat(circuit.status()).isEqualTo("CLOSED");
        bad(300);
        assertThat(circuit.status()).isEqualTo("OPEN");
    }

    @Test
    void aResultThatWasOnItsWayWhenTheCircuitOpenedDoesNotCount() {
        open(0);
        good(60);
        good(120);
        circuit.change(Map.of("updatedAt", 181, "openedAt", 181, "openUntil", 211));

        assertThat(deliver(true, 180, 182)).isEqualTo("REMEMBERED");
        assertThat(circuit.attributes()).containsEntry("hcOks", "0");
    }

    @Test
    void aDuplicateCountsOnce() {
        bad(60);
        bad(120);
        Map<String, String> before = circuit.attributes();

        assertThat(bad(120)).isEqualTo("IGNORED");
        assertThat(deliver(false, 130, 140)).as("two checks of one minute").isEqualTo("IGNORED");
        assertThat(deliver(true, 60, 150)).as("late").isEqualTo("IGNORED");
        assertThat(circuit.attributes()).isEqualTo(before);
    }

    @Test
    void twoResultsAtOnceBothCount() {
        bad(60);
        circuit.control.before("WriteIfUnchanged", once(() -> bad(120)));

        assertThat(deliver(false, 180, 180)).isEqualTo("OPENED");
    }

    @Test
    void aCircuitThatChangesWhileTheResultIsWeighedIsReadAgain() {
        open(0);
        good(60);
        good(120);
        circuit.control.before(
                "WriteIfUnchanged",
                once(() -> circuit.change(Map.of("updatedAt", 181, "openedAt", 181, "openUntil", 241))));

        assertThat(good(180)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForcedCircuitStaysAsItIs(boolean healthy) {
        circuit.change(Map.of(
                "status", healthy ? "OPEN" : "CLOSED", "forced", true, "openedAt", 0, "updatedAt", 0, "openUntil", 30));
        for (int minute = 1; minute <= 20; minute++) {
            assertThat(check(healthy, 60 * minute)).isEqualTo("REMEMBERED");
        }

        assertThat(circuit.status()).isEqualTo(healthy ? "OPEN" : "CLOSED");
        assertThat(circuit.seconds("updatedAt")).isZero();
        assertThat(circuit.attributes()).containsEntry("forced", "true");
    }

    @Test
    void aProbeThatRunsIsLeftAloneUntilItsLeaseEnds() {
        circuit.change(Map.of(
                "status",
                "HALF_OPEN",
                "openedAt",
                -60,
                "updatedAt",
                0,
                "openUntil",
                -1,
                "probeOwner",
                "me",
                "probeUntil",
                200));
        good(60);
        good(120);
        assertThat(good(180)).isEqualTo("REMEMBERED");
        assertThat(circuit.status()).isEqualTo("HALF_OPEN");

        assertThat(good(240)).as("the prober died").isEqualTo("CLOSED");
        assertThat(circuit.attributes()).doesNotContainKeys("probeOwner", "probeUntil");
    }

    @Test
    void badResultsLeaveAProbeAlone() {
        circuit.change(
                Map.of("status", "HALF_OPEN", "openedAt", -60, "updatedAt", 0, "openUntil", -1, "probeUntil", 60));
        for (int minute = 1; minute <= 5; minute++) {
            assertThat(bad(60 * minute)).isEqualTo("REMEMBERED");
        }
        assertThat(circuit.status()).isEqualTo("HALF_OPEN");
    }

    @Test
    void anUnknownStateIsLeftAlone() {
        circuit.change(Map.of("status", "BROKEN", "updatedAt", 0, "openedAt", 0));
        for (int minute = 1; minute <= 5; minute++) {
            assertThat(good(60 * minute)).isEqualTo("REMEMBERED");
        }
        assertThat(circuit.status()).isEqualTo("BROKEN");
    }

    @Test
    void checksThatSeeSomethingElseThanTheWorkDoNotMakeTheCircuitFlap() {
        int closings = 0;
        open(0);
        for (int minute = 1; minute <= 60; minute++) {
            if (good(60 * minute).equals("CLOSED")) {
                closings++;
                // The next request fails: the circuit breaker opens the circuit again.
                open(60 * minute + 5);
            }
        }

        // After 3, 6, 12, and then 15 good results each.
        assertThat(closings).isEqualTo(3 + (60 - 3 - 6 - 12) / 15);
    }

    @Test
    void checksThatFailWhileTheWorkSucceedsDoNotMakeTheCircuitFlap() {
        int openings = 0;
        for (int minute = 1; minute <= 60; minute++) {
            if (bad(60 * minute).equals("OPENED")) {
                openings++;
                // A probe succeeds and closes the circuit.
                circuit.change(Map.of("status", "CLOSED", "updatedAt", 60 * minute + 40));
            }
        }

        assertThat(openings).isEqualTo(3 + (60 - 3 - 6 - 12) / 15);
    }

    @Test
    void outagesThatChecksSeeToTheirEndNeedNoMoreResultsTheNextTime() {
        int second = 0;
        for (int outage = 0; outage < 5; outage++) {
            for (int i = 0; i < 3; i++) {
                bad(second += 60);
            }
            assertThat(circuit.status()).isEqualTo("OPEN");
            for (int i = 0; i < 3; i++) {
                good(second += 60);
            }
            assertThat(circuit.status()).isEqualTo("CLOSED");
        }
    }

    @Test
    void aMoveThatWasUndoneIsForgottenAfterAWhile() {
        open(0);
        good(60);
        good(120);
        good(180);
        int calm = (int) TIMING.calm().toSeconds();
        open(calm);

        good(calm + 60);
        good(calm + 120);
        assertThat(good(calm + 240)).isEqualTo("CLOSED");
    }

    /** Three bad results, one of them twice, and a good one, in every order: against a model of what must come out. */
    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "OPEN", "HALF_OPEN", "forced OPEN", "forced CLOSED"})
    void inWhateverOrderTheyComeOnlyNewResultsInARowCount(String initial) {
        List<List<String>> orders = Orders.of("bad@60", "bad@120", "bad@180", "good@240", "bad@180");
        assertThat(orders).hasSize(60);
        for (List<String> order : orders) {
            deliverInOrder(initial, order);
        }
    }

    private static void deliverInOrder(String initial, List<String> order) {
        var circuit = new ControlledCircuit();
        boolean forced = initial.startsWith("forced");
        String status = initial.replace("forced ", "");
        circuit.change(Map.of("status", status, "forced", forced, "updatedAt", 0, "openedAt", 0, "probeUntil", 900));
        circuit.at(400);
        long newest = 0;
        int bad = 0;
        for (String result : order) {
            boolean healthy = result.startsWith("good");
            long at = Long.parseLong(result.split("@")[1]);
            Map<String, String> before = circuit.attributes();

            circuit.deliver(event(healthy, at));

            if (at <= newest) {
                assertThat(circuit.attributes()).as("%s: %s", order, result).isEqualTo(before);
            } else {
                newest = at;
                bad = healthy ? 0 : bad + 1;
                status = bad == 3 && status.equals("CLOSED") && !forced ? "OPEN" : status;
            }
            assertThat(circuit.status()).as("%s: %s", order, result).isEqualTo(status);
        }
    }

    private void open(long second) {
        circuit.at(Math.max(second, 0))
                .change(Map.of("status", "OPEN", "openedAt", second, "updatedAt", second, "openUntil", second + 900));
    }

    private String bad(long second) {
        return check(false, second);
    }

    private String good(long second) {
        return check(true, second);
    }

    /** The result of a check comes a second later. */
    private String check(boolean healthy, long second) {
        return deliver(healthy, second, second + 1);
    }

    private String deliver(boolean healthy, long checkedAt, long deliveredAt) {
        circuit.at(deliveredAt);
        return circuit.deliver(event(healthy, checkedAt));
    }

    private static String event(boolean healthy, long checkedAt) {
        return CheckEvents.checked(healthy, ControlledCircuit.second(checkedAt), "stack", ControlledCircuit.NAME);
    }

    private static Runnable once(Runnable action) {
        boolean[] done = {false};
        return () -> {
            if (!done[0]) {
                done[0] = true;
                action.run();
            }
        };
    }

    private static long cooldown() {
        return CircuitTiming.standard().cooldown().toSeconds();
    }
}
