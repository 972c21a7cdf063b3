package [=package].functions;

/** There is nothing with this id. The state machine answers 404. */
final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFoundException() {
        super("There is nothing with this id");
    }
}
