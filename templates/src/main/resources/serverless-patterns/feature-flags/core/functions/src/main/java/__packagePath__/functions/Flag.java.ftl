package [=package].functions;

/**
 * The feature flags that the code asks for; off is how the code was before. The infrastructure has them in
 * {@code feature-flags.json}, and a test compares the two.
 */
enum Flag {
[#list lines("feature-flags.flags") as line]
    /** [=line?split(" # ")[1]] */
    [=line?split(" # ")[0]?replace("([A-Z])", "_$1", "r")?upper_case]("[=line?split(" # ")[0]]")[=line?is_last?then(";", ",")]
[/#list]

    private final String key;

    Flag(String key) {
        this.key = key;
    }

    /** The name in AppConfig. */
    String key() {
        return key;
    }
}
