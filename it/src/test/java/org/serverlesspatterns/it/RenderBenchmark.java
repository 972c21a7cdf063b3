package org.serverlesspatterns.it;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.serverlesspatterns.generator.Answers;
import org.serverlesspatterns.generator.Generator;
import org.serverlesspatterns.generator.output.FileTree;

/** How long a whole project takes in a warm JVM, from the answers to the bytes of every file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class RenderBenchmark {

    private final Generator generator = Generator.load();

    private final Answers answers =
            Answers.of(Map.of("groupId", "com.acme", "artifactId", "acme-shop", "package", "com.acme.shop"));

    @Benchmark
    public FileTree render() {
        return generator.render(generator.project(answers));
    }
}
