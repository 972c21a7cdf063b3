package [=package].infrastructure.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An entry of Catch. Without a field Output the next state gets {@code {"Error": …, "Cause": …}}. */
record Catcher(ErrorNames errors, Leaving leaving, String next) {
    static List<Catcher> read(Fields state) {
        List<Catcher> catchers = new ArrayList<>();
        List<Fields> all = state.array("Catch");
        for (Fields fields : all) {
            ErrorNames errors = ErrorNames.of(fields, catchers.size() == all.size() - 1);
            catchers.add(new Catcher(errors, Leaving.of(fields), fields.target("Next")));
            fields.end();
        }
        return catchers;
    }

    Exit exit(Query query, TaskFailure failure) {
        ObjectNode errorOutput = Json.object();
        errorOutput.put("Error", failure.error());
        // What Step Functions gives for a timeout, which has no cause.
        boolean timeout = failure.reason() == null && "States.Timeout".equals(failure.error());
        errorOutput.put("Cause", timeout ? "" : failure.reason());
        return leaving.exit(query.with("errorOutput", errorOutput), errorOutput, next);
    }
}
