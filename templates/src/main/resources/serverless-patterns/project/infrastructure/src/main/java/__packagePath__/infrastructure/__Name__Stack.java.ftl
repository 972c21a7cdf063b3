package [=package].infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/**
 * The architecture, as it is drawn in README.md.
 *
 * <pre>
[#list slot("stack.flow")?trim?split("\n") as flow]
 * [=flow]
[/#list]
 * </pre>
 */
final class [=Name]Stack extends Stack {
    [=Name]Stack(Construct scope, String name, Stage stage) {
        super(scope, name, properties(stage));
        Tags.of(this).add("project", "[=stackName]");
        Tags.of(this).add("stage", stage.id());

        var alarms = new Alarms(this, "Alarms");
[=slot("stack.first")][=slot("stack.constructs")?trim?ensure_starts_with("        ")]
    }

    private static StackProps properties(Stage stage) {
        return StackProps.builder()
[#assign patterns = slot("stack.description")?trim?split("\n")]
[#if patterns?size == 1]
[#-- 120 columns, as the formatter counts --]
[#if patterns[0]?length > 88]
                .description(
                        "[=patterns[0]]")
[#else]
                .description("[=patterns[0]]")
[/#if]
[#else]
                .description(String.join(
                        "; ",
[#list patterns as pattern]
                        "[=pattern]"[#if pattern?has_next],[#else]))[/#if]
[/#list]
[/#if]
                .terminationProtection(stage.isProtected())
                .build();
    }
}
