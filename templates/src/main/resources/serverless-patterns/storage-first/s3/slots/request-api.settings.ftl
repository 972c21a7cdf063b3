[#if crud == "none"]
                .binaryMediaTypes(List.of("*/*"))
[/#if]
