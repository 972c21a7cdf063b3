package [=package].infrastructure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Events as CloudWatch sends them when a composite alarm changes its state.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html">Alarm
 *     events</a>
 */
final class AlarmEvents {
    static final String ARN = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:unhealthy";

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private AlarmEvents() {}

    static String changed(String state, Instant at) {
        return """
                {
                  "version": "0",
                  "id": "d3dfc86d-384d-24c8-0345-9f7986db0b80",
                  "detail-type": "CloudWatch Alarm State Change",
                  "source": "aws.cloudwatch",
                  "account": "123456789012",
                  "time": "%s",
                  "region": "eu-west-1",
                  "resources": ["%s"],
                  "detail": {
                    "alarmName": "unhealthy",
                    "state": {
                      "value": "%s",
                      "reason": "a child alarm changed its state",
                      "reasonData": "{\\"triggeringAlarms\\":[]}",
                      "timestamp": "%s"
                    },
                    "previousState": {"value": "INSUFFICIENT_DATA", "timestamp": "2026-01-01T11:00:00.000+0000"},
                    "configuration": {"alarmRule": "ALARM(failing) OR ALARM(slow)", "actionsSuppressor": null}
                  }
                }""".formatted(
                        DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS)),
                        ARN,
                        state,
                        MILLIS.format(at));
    }
}
