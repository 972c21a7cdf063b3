package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.JsonNode;

/** What a task does, instead of AWS. */
@FunctionalInterface
public interface TaskFunction {
    /**
     * @param arguments the Arguments of the state, or the payload of a Lambda function
     * @return the result; null stands for JSON's null
     * @throws Exception a {@link TaskFailure} to fail with an error name; of a Lambda function any exception does
     */
    JsonNode call(JsonNode arguments) throws Exception;
}
