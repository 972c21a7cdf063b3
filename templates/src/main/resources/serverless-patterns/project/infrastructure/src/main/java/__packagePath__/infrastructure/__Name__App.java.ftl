package [=package].infrastructure;

import software.amazon.awscdk.App;

/** The CDK app: one stack for the stage that {@code -c stage=} names. */
public final class [=Name]App {
    private [=Name]App() {}

    /** Writes the cloud assembly to {@code cdk.out}; a value that cannot be deployed ends it with a message and exit code 1. */
    public static void main(String[] args) {
        App app = new App();
        try {
            addStack(app);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    static [=Name]Stack addStack(App app) {
        Stage stage = Stage.of(app);
        String name = "[=stackName]-" + stage.id();
        return new [=Name]Stack(app, name, stage);
    }
}
