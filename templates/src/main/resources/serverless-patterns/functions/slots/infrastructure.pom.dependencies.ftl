    <dependency>
      <!-- Has functions.zip built before the stack that deploys it is tested and synthesized. -->
      <groupId>[=groupId]</groupId>
      <artifactId>[=artifactId]-functions</artifactId>
      <version>${project.version}</version>
      <scope>test</scope>
[#if !slot("infrastructure.runs-handlers")?has_content]
      <exclusions>
        <exclusion>
          <groupId>*</groupId>
          <artifactId>*</artifactId>
        </exclusion>
      </exclusions>
[/#if]
    </dependency>
