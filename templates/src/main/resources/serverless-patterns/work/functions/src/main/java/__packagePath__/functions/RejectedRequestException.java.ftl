package [=package].functions;

/** A request that no retry can help. It goes to the dead-letter queue at once instead of being delivered again. */
final class RejectedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason short text for logs and the dead-letter queue, never a part of the body */
    RejectedRequestException(String reason) {
        super(reason);
    }
}
