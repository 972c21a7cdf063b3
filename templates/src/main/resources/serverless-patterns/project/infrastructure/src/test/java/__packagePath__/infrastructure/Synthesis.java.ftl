package [=package].infrastructure;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.App;

/** The app as {@code npx cdk synth} makes it: with the context of {@code cdk.json}, and what the command line adds. */
final class Synthesis {
    private Synthesis() {}

    static [=Name]Stack stack(Map<String, String> commandLine) {
        return [=Name]App.addStack(app(commandLine));
    }

    static App app(Map<String, String> commandLine) {
        Map<String, Object> context = new HashMap<>(contextOfCdkJson());
        context.putAll(commandLine);
        // Tests assert on annotations; a validation report would throw before they can.
        context.put("@aws-cdk/core:annotationsInValidationReport", false);
        return App.Builder.create()
                .context(context)
                .outdir("target/cdk.out")
                .analyticsReporting(false)
                .build();
    }

    private static Map<String, Object> contextOfCdkJson() {
        var json = new ObjectMapper();
        try {
            var context = json.readTree(Path.of("..", "cdk.json").toFile()).required("context");
            return json.convertValue(context, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
