package [=package].functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/** Asks the state machine that does the work: what it does with a probe is in its definition. */
record MachineProbe(SfnClient stepFunctions, String machineArn) implements Runnable {
    /**
     * @throws IllegalStateException when the execution did not succeed, which the call itself does not tell
     */
    @Override
    public void run() {
        String input = JsonNodeFactory.instance
                .objectNode()
                .put("id", "probe-" + UUID.randomUUID())
                .put("receivedAt", System.currentTimeMillis())
                .put("body", "")
                .put("probe", true)
                .toString();
        StartSyncExecutionResponse execution = stepFunctions.startSyncExecution(
                start -> start.stateMachineArn(machineArn).input(input));
        if (execution.status() != SyncExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException("The execution ended: " + execution.status() + " " + execution.error());
        }
    }
}
