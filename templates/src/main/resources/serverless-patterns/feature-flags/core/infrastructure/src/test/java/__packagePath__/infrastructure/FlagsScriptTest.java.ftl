package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that flips flags, run with an {@code aws} that answers from files and writes down how it was called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
class FlagsScriptTest {
    private static final String SCRIPT =
            Path.of("..", "scripts", "flags.sh").toAbsolutePath().normalize().toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private String flag;
    private ObjectNode defined;

    @BeforeEach
    void fakeTheCommandLineOfAws() throws IOException {
        Path aws = folder.resolve("aws");
        Files.writeString(aws, """
                #!/bin/sh
                echo "$*" >> "$FOLDER/calls"
                for last in "$@"; do :; done
                case "$1 $2 $*" in
                    cloudformation*) cat "$FOLDER/outputs" ;;
                    *list-deployments*PercentageComplete*) cat "$FOLDER/progress" ;;
                    *list-deployments*DEPLOYING*) cat "$FOLDER/under-way" ;;
                    *list-deployments*ConfigurationVersion*) cat "$FOLDER/deployed-version" ;;
                    *list-deployments*) cat "$FOLDER/deployed-number" ;;
                    *list-hosted-configuration-versions*max_by*) echo 7 ;;
                    *list-hosted-configuration-versions*) printf '1\\n2\\n7\\n' ;;
                    *get-hosted*--version-number\\ 2*) cp "$FOLDER/defined.json" "$last" ;;
                    *get-hosted*) cp "$FOLDER/deployed.json" "$last" ;;
                    *create-hosted*) cp "$(echo "$*" | sed 's/.*fileb:..\\([^ ]*\\).*/\\1/')" "$FOLDER/created.json"; echo 8 ;;
                    *start-deployment*) echo 5 ;;
                    *stop-deployment*) echo ROLLED_BACK > "$FOLDER/state" ;;
                    *get-deployment*) cat "$FOLDER/state"; cp "$FOLDER/next-state" "$FOLDER/state" ;;
                esac
                """);
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
        answer("outputs", """
                FlagsApplication\tapp
                FlagsEnvironment\tenv
                FlagsProfile\tprofile
                FlagsVersion\t2
                FlagsRollout\trollout
                FlagsAtOnce\tat-once
                """);
        answer("under-way", "None");
        answer("progress", "");
        answer("deployed-version", "3");
        answer("deployed-number", "4");
        answer("state", "COMPLETE");
        answer("next-state", "COMPLETE");
        defined = (ObjectNode) JSON.readTree(FlagDocument.text());
        flag = defined.path("flags").fieldNames().next();
        answer("defined.json", defined.toString());
        answer("deployed.json", defined.toString());
    }

    @Test
    void isAScriptOfThePosixShell() throws Exception {
        assertThat(run("sh", "-n", SCRIPT)).isZero();
    }

    @Test
    void rollsOutAsTheStageDoes() throws Exception {
        assertThat(flags("on", flag, "prod")).isZero();

        assertThat(calls()).anyMatch(call -> call.contains("--stack-name [=stackName]-prod"));
        assertThat(call("create-hosted-configuration-version"))
                .contains("--application-id app", "--configuration-profile-id profile", "--latest-version-number 7");
        assertThat(call("start-deployment"))
                .contains("--environment-id env", "--configuration-version 8", "--deployment-strategy-id rollout");
        assertThat(enabled(created(), flag)).isTrue();
        assertThat(printed()).contains("under way");
    }

    @ParameterizedTest
    @CsvSource({"on-now, false, true", "off, true, false"})
    void flipsAtOnceAndWaits(String command, boolean before, boolean after) throws Exception {
        answer("deployed.json", document(flag, before).toString());
        answer("state", "DEPLOYING");

        assertThat(flags(command, flag)).isZero();

        assertThat(call("start-deployment")).contains("--deployment-strategy-id at-once");
        assertThat(enabled(created(), flag)).isEqualTo(after);
        assertThat(printed()).contains("Deployment 5: COMPLETE");
    }

    /** The stack knows which flags there are, what is deployed knows how they are. */
    @Test
    void keepsTheOtherFlagsAndTakesThoseOfTheStack() throws Exception {
        ObjectNode newer = document("another", false);
        answer("defined.json", newer.toString());
        ObjectNode older = document("removed", true);
        answer("deployed.json", older.toString());

        assertThat(flags("on", "another")).isZero();

        assertThat(enabled(created(), "another")).isTrue();
        assertThat(enabled(created(), flag)).isFalse();
        assertThat(created().path("values").has("removed")).isFalse();
        assertThat(created().path("flags")).isEqualTo(newer.path("flags"));
    }

    @Test
    void doesNotSwitchOffWhatWasOnBefore() throws Exception {
        ObjectNode older = document(flag, true);
        answer("deployed.json", older.toString());
        answer("defined.json", document("another", false).toString());

        assertThat(flags("on", "another")).isZero();

        assertThat(enabled(created(), flag)).isTrue();
    }

    @Test
    void doesNothingWhenItIsSoAlready() throws Exception {
        assertThat(flags("off", flag)).isZero();

        assertThat(calls()).noneMatch(call -> call.contains("start-deployment"));
        assertThat(printed()).contains("is so already");
    }

    @Test
    void refusesAFlagThatThereIsNot() throws Exception {
        assertThat(flags("on", "newProcesing")).isEqualTo(1);

        assertThat(printed())
                .contains("There is no flag 'newProcesing'. Flags: ")
                .contains(flag);
        assertThat(calls()).noneMatch(call -> call.contains("create-hosted"));
    }

    @Test
    void startsNoSecondRollout() throws Exception {
        answer("under-way", "6");

        assertThat(flags("on", flag)).isEqualTo(1);

        assertThat(printed()).contains("Deployment 6 is under way");
        assertThat(calls()).noneMatch(call -> call.contains("start-deployment") || call.contains("stop-deployment"));
    }

    @Test
    void endsARolloutToSwitchOff() throws Exception {
        answer("under-way", "6");
        answer("deployed.json", document(flag, true).toString());

        assertThat(flags("off", flag)).isZero();

        assertThat(call("stop-deployment")).contains("--deployment-number 6", "--allow-revert");
        assertThat(enabled(created(), flag)).isFalse();
    }

    @Test
    void takesBackWhatWasFlippedLast() throws Exception {
        assertThat(flags("back")).isZero();

        assertThat(call("stop-deployment")).contains("--deployment-number 4", "--allow-revert");
        assertThat(printed()).contains("Deployment 4: ROLLED_BACK");
    }

    @Test
    void takesBackARolloutThatIsUnderWay() throws Exception {
        answer("under-way", "6");

        assertThat(flags("back")).isZero();

        assertThat(call("stop-deployment")).contains("--deployment-number 6");
    }

    @Test
    void waitsForAnAlarmThatTakesARolloutBackAlready() throws Exception {
        answer("under-way", "6");
        answer("state", "ROLLING_BACK");
        answer("next-state", "ROLLED_BACK");

        assertThat(flags("back")).isZero();

        assertThat(printed()).contains("Deployment 6: ROLLED_BACK");
        assertThat(calls()).noneMatch(call -> call.contains("stop-deployment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "1"})
    void doesNotTakeBackTheFirstDeployment(String number) throws Exception {
        answer("deployed-number", number);

        assertThat(flags("back")).isEqualTo(1);

        assertThat(calls()).noneMatch(call -> call.contains("stop-deployment"));
    }

    @Test
    void saysWhenADeploymentWasTakenBackByAnAlarm() throws Exception {
        answer("state", "ROLLING_BACK");
        answer("next-state", "ROLLED_BACK");

        assertThat(flags("on-now", flag)).isEqualTo(1);

        assertThat(printed()).contains("Deployment 5 is ROLLED_BACK");
    }

    @Test
    void listsWhatIsDeployedAndWhatIsUnderWay() throws Exception {
        answer("deployed.json", document(flag, true).toString());
        answer("progress", "6\tBAKING\t100.0\n");

        assertThat(flags("list")).isZero();

        assertThat(printed()).contains("on   " + flag, "Deployment 6 is BAKING, at 100.0 percent");
    }

    @Test
    void forgetsAllVersionsButThatOfTheStack() throws Exception {
        assertThat(flags("forget")).isZero();

        assertThat(calls())
                .filteredOn(call -> call.contains("delete-hosted-configuration-version"))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("--version-number 1"),
                        second -> assertThat(second).endsWith("--version-number 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flip", "on", "off", "list dev prod", "on a b c"})
    void explainsItselfWhenItIsNotUnderstood(String arguments) throws Exception {
        assertThat(flags(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(printed()).contains("scripts/flags.sh list [STAGE]");
        assertThat(calls()).isEmpty();
    }

    @Test
    void changesNothingWhenTheStackIsNotThere() throws Exception {
        answer("outputs", "");

        assertThat(flags("on", flag)).isEqualTo(1);

        assertThat(printed()).contains("The stack [=stackName]-dev has no output FlagsApplication");
        assertThat(calls()).hasSize(1);
    }

    /** The document of the stack with one flag more, or one switched. */
    private ObjectNode document(String key, boolean enabled) {
        ObjectNode document = defined.deepCopy();
        document.withObject("/flags/" + key).put("name", key);
        document.withObject("/values/" + key).put("enabled", enabled);
        return document;
    }

    private JsonNode created() throws IOException {
        return JSON.readTree(folder.resolve("created.json").toFile());
    }

    private static boolean enabled(JsonNode document, String key) {
        return document.at("/values/" + key + "/enabled").booleanValue();
    }

    private int flags(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT));
        command.addAll(List.of(arguments));
        return run(command.toArray(new String[0]));
    }

    private int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        process.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        process.environment().put("FOLDER", folder.toString());
        process.environment().put("FLAGS_SECONDS", "0");
        return process.start().waitFor();
    }

    private void answer(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("printed"));
    }

    private String call(String action) throws IOException {
        return calls().stream()
                .filter(call -> call.contains(" " + action + " "))
                .findFirst()
                .orElseThrow();
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
