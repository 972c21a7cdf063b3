package org.serverlesspatterns.it.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * JSONata in Step Functions, by
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">its documentation</a>.
 */
class ExpressionsTest {
    private final Machines machines = new Machines();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        $partition([1,2,3,4,5,6,7,8,9], 4)                     | [[1,2,3,4],[5,6,7,8],[9]]
        $range(0, 10, 2)                                       | [0,2,4,6,8,10]
        $range(3, 1, -1)                                       | [3,2,1]
        $range(1, 9, 9)                                        | 1
        $hash('input data', 'MD5')                             | "812f45842bc6d66ee14572ce20db8e86"
        $hash('input data', 'SHA-1')                           | "aaff4a450a104cd177d28d18d74485e8cae074b7"
        $hash('input data', 'SHA-256')                         | "b4a697a057313163aee33cd8d40c66e9f0f177e00cac2de32475ffff6169c3e3"
        $parse('{"a": [1, null]}')                             | {"a": [1, null]}
        $parse('null')                                         | null
        $random(42) = $random(42)                              | true
        $random() = $random()                                  | false
        $random() >= 0 and $random() < 1                       | true
        $uuid() = $uuid()                                      | false
        $contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) | true
        $millis()                                              | 1767225600000
        $now()                                                 | "2026-01-01T00:00:00.000Z"
        $now('[Y]-[M01]')                                      | "2026-01"
        $sum([1, 2.5, 3.5])                                    | 7
        0.1                                                    | 0.1
        1767225600000 + 1                                      | 1767225600001
        ($a := 2; $f := function($x) { $x * $a }; $f(4))       | 8
        $string({'a': 1})                                      | "{\\"a\\":1}"
        """)
    void evaluates(String expression, String result) {
        var execution = machines.evaluate(expression);

        assertThat(execution.cause()).isNull();
        assertThat(execution.output()).isEqualTo(Machines.json(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        $nothing                    | returned nothing (undefined).
        function($x) { $x }         | returned an unsupported result type.
        {'f': $sum}                 | returned an unsupported result type.
        $eval('1')                  | threw an error during evaluation. T1006: Attempted to invoke a non-function
        $parse('{')                 | threw an error during evaluation.
        $hash('a', 'SHA-3')         | threw an error during evaluation.
        $partition([1], 0)          | threw an error during evaluation.
        $range(1, 2, 0)             | threw an error during evaluation.
        1 + 'a'                     | threw an error during evaluation. T2002
        $error('no')                | threw an error during evaluation. D3137: no
        """)
    void fails(String expression, String cause) {
        var execution = machines.evaluate(expression);

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.cause())
                .startsWith("An error occurred while executing the state 'Only' (entered at the event id #2). "
                        + "The JSONata expression '" + expression + "' specified for the field 'Output' " + cause);
    }

    @Test
    void timeIsThatOfTheClock() {
        var machine = machines.machine("""
            "A": {"Type": "Wait", "Seconds": 60, "Next": "B"},
            "B": {"Type": "Pass", "Output": "{% $millis() %}", "End": true}\
            """);
        machines.clock.advance(Duration.ofMinutes(1));

        assertThat(machine.run("{}").output())
                .isEqualTo(Machines.json(String.valueOf(
                        Machines.START.plus(Duration.ofMinutes(2)).toEpochMilli())));
    }

    @Test
    void anExpressionThatIsNoJsonataIsRefused() {
        assertThatThrownBy(() -> machines.evaluate("$sum("))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("State 'Only', field 'Output'")
                .hasMessageContaining("$sum(");
    }
}
