com.fasterxml.jackson.core:jackson-databind
io.github.cdklabs:cdknag
org.assertj:assertj-core:test
org.junit.jupiter:junit-jupiter:test
software.amazon.awscdk:aws-cdk-lib
[#if !slot("infrastructure.runs-handlers")?has_content]
org.slf4j:slf4j-nop:test
[/#if]
