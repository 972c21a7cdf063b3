[#-- Parts of POMs. A dependency is a line "group:artifact[:scope][ # why]" of a slot. --]

[#macro dependencies slot]
  <dependencies>
[#list lines(slot) as line]
  [#local parts = line?split(" # ")]
  [#local names = parts[0]?split(":")]
    <dependency>
[#if parts?size gt 1]
      <!-- [=parts[1]] -->
[/#if]
      <groupId>[=names[0]]</groupId>
      <artifactId>[=names[1]]</artifactId>
[#if names?size gt 2]
      <scope>[=names[2]]</scope>
[/#if]
[#if names[0] == "software.amazon.awssdk" && names[1] != "url-connection-client"]
      <exclusions>
        <exclusion>
          <groupId>software.amazon.awssdk</groupId>
          <artifactId>apache-client</artifactId>
        </exclusion>
        <exclusion>
          <groupId>software.amazon.awssdk</groupId>
          <artifactId>netty-nio-client</artifactId>
        </exclusion>
      </exclusions>
[/#if]
    </dependency>
[/#list]
[#nested]
  </dependencies>
[/#macro]

[#-- The entries of dependencyManagement for what no BOM manages. --]
[#macro managed slots]
[#assign names = []]
[#list slots as slot]
  [#list lines(slot) as line]
    [#assign name = line?split(" # ")[0]?split(":")[0..1]?join(":")]
    [#if versions[name]?? && !names?seq_contains(name)]
      [#assign names = names + [name]]
    [/#if]
  [/#list]
[/#list]
[#list names?sort as name]
      <dependency>
        <groupId>[=name?split(":")[0]]</groupId>
        <artifactId>[=name?split(":")[1]]</artifactId>
        <version>[=versions[name]]</version>
      </dependency>
[/#list]
[/#macro]

[#macro bom name]
      <dependency>
        <groupId>[=name?split(":")[0]]</groupId>
        <artifactId>[=name?split(":")[1]]</artifactId>
        <version>[=versions[name]]</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
[/#macro]

[#macro plugin artifactId]
        <plugin>
          <artifactId>[=artifactId]</artifactId>
          <version>[=versions[artifactId]]</version>
[#nested]
        </plugin>
[/#macro]

[#-- What DynamoDBLocal and log4j need of the plugins, where they are among the dependencies. --]
[#macro dynamoDbLocal slot]
[#local dynamoDb = lines(slot)?seq_contains("software.amazon.dynamodb:DynamoDBLocal:test")]
[#if dynamoDb || lines(slot)?seq_contains("software.amazon.lambda:powertools-logging-log4j")]
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <executions>
          <execution>
            <id>default-testCompile</id>
            <configuration>
              <compilerArgs combine.self="override">
                <!-- Classes of [=dynamoDb?then("DynamoDBLocal", "log4j")] carry annotations that do not come with it. -->
                <arg>-Xlint:all,-classfile</arg>
              </compilerArgs>
            </configuration>
          </execution>
        </executions>
      </plugin>
[/#if]
[#if dynamoDb]
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-surefire-plugin</artifactId>
        <configuration>
          <!-- DynamoDBLocal loads SQLite. -->
          <argLine>--enable-native-access=ALL-UNNAMED</argLine>
        </configuration>
      </plugin>
[/#if]
[/#macro]
