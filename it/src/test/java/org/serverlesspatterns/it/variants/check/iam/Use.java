package org.serverlesspatterns.it.variants.check.iam;

import java.util.Set;

/**
 * Something that AWS will do in the name of a role or a service.
 *
 * @param principal logical id of the role, or {@code sqs.amazonaws.com}
 * @param action {@code sqs:SendMessage}
 * @param targets what it is done to, as {@link org.serverlesspatterns.it.variants.check.CfnTemplate#target}; one of
 *     several where only the program knows which
 * @param user the resource, state or class that does it
 */
record Use(String principal, String action, Set<String> targets, String user) {

    static final String ANY = "*";

    static Use of(String principal, String action, String target, String user) {
        return new Use(principal, action, Set.of(target), user);
    }

    boolean isAllowedBy(Grant grant) {
        return principal.equals(grant.principal())
                && action.equalsIgnoreCase(grant.action())
                && targets.stream().anyMatch(target -> covers(target, grant.target()));
    }

    /** What lies in a bucket may be allowed by a longer prefix. */
    private static boolean covers(String target, String allowed) {
        return target.equals(allowed)
                || target.endsWith("/*")
                        && allowed.endsWith("/*")
                        && allowed.startsWith(target.replaceFirst("\\*$", ""));
    }

    @Override
    public String toString() {
        return "%s of %s by %s".formatted(action, String.join(" or ", targets), user);
    }
}
