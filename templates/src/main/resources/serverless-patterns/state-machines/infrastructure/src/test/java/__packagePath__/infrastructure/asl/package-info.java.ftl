/**
 * Runs state machines in Amazon States Language without AWS: JSONata, on a clock that only the test and the state machine
 * advance, with DynamoDB Local and Java functions instead of what tasks call.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
 * LocalAws aws = new LocalAws(clock).lambda("the-arn", payload -> payload).dynamoDb(client);
 * StateMachine machine = StateMachine.of(definition, Map.of("FunctionArn", "the-arn"), aws);
 *
 * Execution execution = machine.run("{\"id\": 1}");
 *
 * assertThat(execution.states()).containsExactly("Work", "Done");
 * assertThat(execution.output()).isEqualTo(…);
 * }</pre>
 *
 * <p>Everything happens one after the other: to test a race, let a function run another execution, or advance the clock,
 * or do so {@linkplain StateMachine#before before} a state. Branches and iterations do not overlap, so their times add up.
 * What is not implemented is an {@link UnsupportedFieldException} when the definition is read.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 */
package [=package].infrastructure.asl;
