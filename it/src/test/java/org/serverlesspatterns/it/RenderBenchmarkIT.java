package org.serverlesspatterns.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Rendering is fast enough for a preview at every keystroke. On its own:
 *
 * <pre>mvn -pl it -am test -Dtest=RenderBenchmarkIT</pre>
 */
class RenderBenchmarkIT {

    private static final double LIMIT_MILLISECONDS = 100;

    @Test
    void aWholeProjectIsRenderedInATenthOfASecond() throws RunnerException {
        var options = new OptionsBuilder()
                .include(RenderBenchmark.class.getName() + "\\.")
                .shouldFailOnError(true)
                .build();

        var result = new Runner(options).runSingle().getPrimaryResult();

        assertThat(result.getScoreUnit()).isEqualTo("ms/op");
        // The median, which other programs on the machine disturb the least.
        assertThat(result.getStatistics().getPercentile(50)).isLessThan(LIMIT_MILLISECONDS);
    }
}
