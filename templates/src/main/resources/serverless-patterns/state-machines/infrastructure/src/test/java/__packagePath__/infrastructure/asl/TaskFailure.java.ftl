package [=package].infrastructure.asl;

/** A state fails: with the error name that Retry and Catch compare, and a cause. Each may be null. */
public final class TaskFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String reason;

    /**
     * @param error for instance {@code Lambda.TooManyRequestsException}
     * @param cause what is to be found in {@code Cause}
     */
    public TaskFailure(String error, String cause) {
        super(error + ": " + cause);
        this.error = error;
        this.reason = cause;
    }

    static TaskFailure timeout() {
        return new TaskFailure("States.Timeout", null);
    }

    static TaskFailure tooLarge(String what) {
        return new TaskFailure(
                "States.DataLimitExceeded",
                "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
                        .formatted(what));
    }

    public String error() {
        return error;
    }

    public String reason() {
        return reason;
    }
}
