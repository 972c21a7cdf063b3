package [=package].functions;

[#if slot("environment.imports")?has_content]
[@imports]
[=slot("environment.imports")]
[/@imports]

[/#if]
/** What the infrastructure module tells the function through its environment variables. */
final class Environment {
    private Environment() {}

    static String region() {
        return get("AWS_REGION");
    }

[=slot("environment.methods")]    static String get(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Environment variable " + name + " is not set");
        }
        return value;
    }
}
