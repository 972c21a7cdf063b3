[#if storageFirst != "s3"]
    /** Adds {@code POST /path} for bodies that match the schema. No header is required. */
    void post(String path, JsonSchema schema, Integration integration, List<MethodResponse> responses) {
        var model = api.addModel(
                "Model", ModelOptions.builder().contentType(JSON).schema(schema).build());
        var validator = api.addRequestValidator(
                "Validator",
                RequestValidatorOptions.builder()
                        .validateRequestBody(true)
                        .validateRequestParameters(true)
                        .build());
        Map<String, Boolean> headers = new TreeMap<>();
[#list lines("request-api.headers") as header]
        headers.put("method.request.header.[=header]", false);
[/#list]
        var options = auth.methodOptions()
                .requestParameters(headers)
                .requestValidator(validator)
                .requestModels(Map.of(JSON, model))
                .methodResponses(responses);
        add("POST", path, integration, options);
        CfnOutput.Builder.create(Stack.of(this), "ApiUrl")
                .value(api.urlForPath("/" + path))
                .build();
    }

[/#if]
