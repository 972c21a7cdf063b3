/**
 * Runs mapping templates of API Gateway REST APIs without AWS: Velocity 2.4.1 with the variables that API Gateway supplies.
 *
 * <pre>{@code
 * // What the service is sent
 * String form = ApiGateway.request().method("POST").header("Idempotency-Key", "k1").body("{\"a\":1}").render(template);
 *
 * // What the client is answered when the service throttles
 * IntegrationResponses responses = IntegrationResponses.when("4\\d{2}", 500, errorTemplate).otherwise(500, otherTemplate);
 * ClientResponse answer = ApiGateway.request().method("POST").respond(responses, BackendAnswer.of(400, "{…}"));
 * }</pre>
 *
 * <p>What API Gateway offers and this package does not is an {@link UnsupportedInHarnessException} that names it. Out of
 * scope: routing, authorization, request validation, choice of the template by content type, parameter mapping, binary
 * media types.
 *
 * <h2>Recorded on AWS</h2>
 * <p>In the AWS-validated tests of LocalStack, 2023 to 2025:
 * <ul>
 *   <li>{@code $input.body} of an empty POST, or of an empty answer, is <code>{}</code>.
 *   <li>{@code $input.path} prints an object as {@code {foo=bar}} and a list as JSON; a missing or null value is both
 *       {@code $null} and {@code ""}, and prints nothing. So does every undefined reference.
 *   <li>{@code $input.params()} is there in response templates too (seen with a path parameter on a MOCK integration).
 *   <li>{@code $util.urlEncode} writes a blank as {@code +}; {@code escapeJavaScript} writes an apostrophe as
 *       {@code \'}, which is not JSON: follow it by {@code .replaceAll("\\'", "'")}.
 *   <li>{@code requestOverride} reaches the service, {@code responseOverride} the client, and what the request template
 *       sets there the response template reads (MOCK).
 *   <li>Names with hyphens, {@code map[$key] = value}, {@code #elseif}, ranges, {@code $foreach.hasNext};
 *       {@code contains length put replaceAll size toString get keySet} can be called.
 *   <li>A selection pattern must match the whole text: the status, or for Lambda the {@code errorMessage}; a Lambda
 *       function that did not fail gets the default response.
 * </ul>
 *
 * <h2>Assumed</h2>
 * <ul>
 *   <li>{@code $input.body} of a GET without body is <code>{}</code> too; headers in {@code $input.params('name')} are found
 *       by their exact spelling only, those in {@code $input.params().header} keep the client's spelling.
 *   <li>{@code $input.json} of a missing value is {@code ""}; JSON is printed without blanks. JSON is read as leniently
 *       as json-smart does; what even that cannot read fails the template, and the client gets 500.
 *   <li>In {@code #if($x)} alone an empty or undefined {@code $x} is false.
 *   <li>Methods of {@link java.lang.String} beyond the recorded ones: those of Java 8.
 *   <li>Blanks and line breaks around directives are kept as Velocity 1 keeps them.
 *   <li>Of several selection patterns that match, the first one given is used.
 *   <li>The JSON of an error of SQS and SNS (query protocol): {@code {"Error":{"Code":…}}}.
 * </ul>
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">
 *     Variables for data transformations</a>
 */
package [=package].infrastructure.apigateway;
