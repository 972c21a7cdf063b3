package org.serverlesspatterns.it.variants.check;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.serverlesspatterns.it.variants.Finding;
import org.serverlesspatterns.it.variants.Subject;
import org.serverlesspatterns.it.variants.check.CfnTemplate.Resource;

/** Every function is given the environment variables that its code reads, and no others. */
public final class EnvironmentCheck implements Check {

    /** Set by Lambda itself. */
    private static final String OF_LAMBDA = "AWS_\\w+|LAMBDA_\\w+|_HANDLER|_X_AMZN_TRACE_ID|TZ|LANG|PATH";

    /** Read by libraries and by the JVM. */
    private static final String OF_LIBRARIES = "POWERTOOLS_\\w+|JAVA_TOOL_OPTIONS|AWS_\\w+";

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.template().ofType("AWS::Lambda::Function").flatMap(function -> {
            var read = HandlerCode.of(
                            subject.built().module("functions").main(),
                            function.at("/Handler").asText())
                    .environment();
            var given = new TreeSet<String>();
            function.at("/Environment/Variables").fieldNames().forEachRemaining(given::add);
            return Stream.concat(
                    read.stream()
                            .filter(name -> !given.contains(name) && !name.matches(OF_LAMBDA))
                            .map(name -> finding(function, "reads " + name + " and is not given it")),
                    given.stream()
                            .filter(name -> !read.contains(name) && !name.matches(OF_LIBRARIES))
                            .map(name -> finding(function, "is given " + name + " and never reads it")));
        });
    }

    private static Finding finding(Resource function, String message) {
        return new Finding("environment", function.at("/Handler").asText() + " (" + function.id() + ")", message);
    }
}
