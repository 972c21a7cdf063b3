package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

class MachineProbeTest {
    private StartSyncExecutionRequest sent;

    @Test
    void startsTheMachineWithAProbe() throws JsonProcessingException {
        probe(SyncExecutionStatus.SUCCEEDED);

        JsonNode input = new ObjectMapper().readTree(sent.input());
        assertThat(sent.stateMachineArn()).isEqualTo("machine");
        assertThat(input.path("probe").booleanValue()).isTrue();
        assertThat(input.path("id").asText()).startsWith("probe-");
    }

    @ParameterizedTest
    @EnumSource(
            value = SyncExecutionStatus.class,
            names = {"FAILED", "TIMED_OUT"})
    void anExecutionThatDoesNotSucceedIsNoHealth(SyncExecutionStatus status) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> probe(status))
                .withMessageContaining(status.toString());
    }

    private void probe(SyncExecutionStatus status) {
        new MachineProbe(new LocalStepFunctions(status), "machine").run();
    }

    private final class LocalStepFunctions implements SfnClient {
        private final SyncExecutionStatus status;

        LocalStepFunctions(SyncExecutionStatus status) {
            this.status = status;
        }

        @Override
        public StartSyncExecutionResponse startSyncExecution(StartSyncExecutionRequest request) {
            sent = request;
            return StartSyncExecutionResponse.builder().status(status).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
