    /** Adds {@code POST /path} for bodies of any type, which the integration gets byte for byte. */
    void post(String path, List<String> headers, Integration integration, List<MethodResponse> responses) {
[#if crud != "none"]
        // Of this API only: a template that reads a body would get Base64.
        ((CfnRestApi) api.getNode().getDefaultChild()).setBinaryMediaTypes(List.of("*/*"));
[/#if]
        var optional = headers.stream().collect(Collectors.toMap("method.request.header."::concat, name -> false));
        var options = auth.methodOptions().requestParameters(optional).methodResponses(responses);
        add("POST", path, integration, options);
        SecurityReview.accept(
                api, "AwsSolutions-APIG2", "Every body of every type is welcome, so there is nothing to validate");
        CfnOutput.Builder.create(Stack.of(this), "ApiUrl")
                .value(api.urlForPath("/" + path))
                .build();
    }

