/**
 * The interpreter of Amazon States Language that generated projects carry, against the specification of the language and the
 * documentation of Step Functions. What was recorded on AWS is compared by {@code StateMachinesConformanceIT}.
 */
package org.serverlesspatterns.it.asl;
