package [=package].infrastructure;

/** What can be done with [=resources]: one branch of the state machine each. */
enum CrudOperation {
    CREATE("Create"),
    LIST("List"),
    READ("Read"),
    UPDATE("Update"),
    DELETE("Delete");

    private final String stateName;

    CrudOperation(String stateName) {
        this.stateName = stateName;
    }

    /** The state with which the branch begins. */
    String stateName() {
        return stateName;
    }
}
