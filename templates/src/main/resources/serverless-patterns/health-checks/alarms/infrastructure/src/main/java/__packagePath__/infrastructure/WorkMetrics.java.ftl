package [=package].infrastructure;

import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * What the alarms look at, each for one period.
 *
 * @param calls attempts of the work, repeated ones too
 * @param failures those of them that failed, without requests that the work rejected
 * @param latency the 99th percentile of how long an attempt took, in milliseconds
 * @param errors errors that were logged
 */
record WorkMetrics(IMetric calls, IMetric failures, IMetric latency, IMetric errors) {}
