package org.serverlesspatterns.it.variants.check.iam;

/**
 * One action on one target that a statement allows.
 *
 * @param principal logical id of the role, or {@code sqs.amazonaws.com}
 * @param target as {@link org.serverlesspatterns.it.variants.check.CfnTemplate#target}
 * @param place of the statement
 */
record Grant(String principal, String action, String target, String place) {}
