package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Requests that wait too long call for a human, whether the pipe runs or stands still. */
class StreamWatchTest {
    private static final SynthesizedStack DEV = SynthesizedStack.of("dev");
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    @Test
    void theStreamKeepsRecordsEncryptedForSevenDays() {
        JsonNode stream = DEV.onlyOne("AWS::Kinesis::Stream");

        assertThat(stream.path("RetentionPeriodHours").asInt()).isEqualTo(7 * 24);
        assertThat(stream.at("/StreamEncryption/KeyId").asText()).isEqualTo("alias/aws/kinesis");
        assertThat(stream.at("/StreamModeDetails/StreamMode").asText()).isEqualTo("ON_DEMAND");
    }

    @Test
    void anOldRecordRaisesAnAlarmWhileThePipeReads() {
        JsonNode blocked = alarm("BlockedShard");
        assertThat(blocked.path("MetricName").asText()).isEqualTo("GetRecords.IteratorAgeMilliseconds");
        assertThat(blocked.path("Threshold").asLong()).isEqualTo(HOUR * 1000L);
        assertThat(alarm("OldestRequest").path("Threshold").asLong()).isEqualTo(7 * DAY * 1000L / 2);
    }

    @Test
    void silenceRaisesAnAlarmWhileItStandsStill() {
        assertThat(silence("Unread")).isEqualTo(HOUR);
        assertThat(silence("StandStill")).isEqualTo(7 * DAY / 2);
    }

    @Test
    void aRecordThatFailsAgainAndAgainRaisesAnAlarm() {
        JsonNode failing = alarm("FailingRecord");

        assertThat(failing.path("MetricName").asText()).isEqualTo("ExecutionFailed");
        assertThat(failing.at("/Dimensions/0/Value/Ref").asText()).startsWith("RequestPipe");
        assertThat(window(failing)).isEqualTo(HOUR);
        assertThat(failing.path("TreatMissingData").asText()).isEqualTo("notBreaching");
    }

    @Test
    void everyDeadLetterRaisesAnAlarm() {
        assertThat(alarm("DeadLetters").path("Threshold").asInt()).isEqualTo(1);
    }

    /** After how many seconds without a read the alarm is raised. */
    private static int silence(String name) {
        JsonNode alarm = alarm(name);
        assertThat(alarm.path("MetricName").asText()).isEqualTo("GetRecords.Success");
        assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("breaching");
        return window(alarm);
    }

    private static int window(JsonNode alarm) {
        return alarm.path("Period").asInt() * alarm.path("EvaluationPeriods").asInt();
    }

    private static JsonNode alarm(String name) {
        JsonNode alarm = DEV.resources().properties().stream()
                .filter(resource -> resource.getKey().matches("(Alarms|Stream|StreamWatch)" + name + "[0-9A-F]{8}"))
                .map(resource -> resource.getValue().path("Properties"))
                .findFirst()
                .orElseThrow();
        assertThat(alarm.path("AlarmActions")).hasSize(1);
        return alarm;
    }
}
