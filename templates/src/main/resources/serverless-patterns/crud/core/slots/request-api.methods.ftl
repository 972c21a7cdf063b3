    /** Adds methods whose parameters, and bodies where they have one, are validated before the integration is called. */
    void addCrud(List<CrudMethod> methods, Function<CrudMethod, Integration> integration) {
        var validator = api.addRequestValidator(
                "CrudValidator",
                RequestValidatorOptions.builder()
                        .validateRequestBody(true)
                        .validateRequestParameters(true)
                        .build());
        var model = api.addModel(
                "CrudModel",
                ModelOptions.builder()
                        .contentType(JSON)
                        .schema(RequestModel.schema())
                        .build());
        for (CrudMethod method : methods) {
            var options = auth.methodOptions()
                    .requestParameters(method.parameters())
                    .requestModels(method.hasBody() ? Map.of(JSON, model) : Map.of())
                    .requestValidator(validator)
                    .methodResponses(CrudResponses.ofMethod(method));
            add(method.httpMethod(), method.path(), integration.apply(method), options);
        }
    }

    /** Answers 405 to every other method of the path, without calling anything. */
    void refuseOtherMethods(String path, String allowed) {
        var refuse = MockIntegration.Builder.create()
                .passthroughBehavior(PassthroughBehavior.NEVER)
                .requestTemplates(Map.of(JSON, "{\"statusCode\": 405}"))
                .integrationResponses(List.of(CrudResponses.methodNotAllowed(allowed)))
                .build();
        add("ANY", path, refuse, auth.methodOptions().methodResponses(List.of(CrudResponses.methodNotAllowed())));
    }

    /** Answers 404 where there is no such path; by itself API Gateway answers 403 about a missing token. */
    void answerUnknownPaths() {
        String message = "There is no such path[=slot("api-auth.unsigned")?trim]";
        api.addGatewayResponse(
                "UnknownPath",
                GatewayResponseOptions.builder()
                        .type(ResponseType.MISSING_AUTHENTICATION_TOKEN)
                        .statusCode("404")
                        .responseHeaders(Map.of("x-request-id", "context.requestId"))
                        .templates(Map.of(
                                JSON, "{\"message\": \"" + message + "\", \"requestId\": \"$context.requestId\"}"))
                        .build());
    }

    String url(String path) {
        return api.urlForPath("/" + path);
    }

    /** Answers with a status of 5xx. */
    IMetric serverErrors(MetricOptions options) {
        return api.metricServerError(options);
    }

