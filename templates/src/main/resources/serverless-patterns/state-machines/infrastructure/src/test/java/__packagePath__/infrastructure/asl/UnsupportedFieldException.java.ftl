package [=package].infrastructure.asl;

/** A definition uses what this interpreter does not implement, or AWS does not allow: the message has state and field. */
public final class UnsupportedFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    UnsupportedFieldException(String state, String field, String why) {
        super("State '%s', field '%s': %s".formatted(state, field, why));
        this.field = field;
    }

    /** The name of the field, with a slash before each part of it. */
    public String field() {
        return field;
    }
}
