[#import "/pom.ftl" as pom]
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>

  <parent>
    <groupId>[=groupId]</groupId>
    <artifactId>[=artifactId]</artifactId>
    <version>[=version]</version>
  </parent>

  <artifactId>[=artifactId]-infrastructure</artifactId>

  <properties>
    <exec.skip>false</exec.skip>
  </properties>

[@pom.dependencies slot="infrastructure.dependencies"]
[=slot("infrastructure.pom.dependencies")][/@pom.dependencies]

  <build>
    <plugins>
[@pom.dynamoDbLocal slot="infrastructure.dependencies" /]
      <plugin>
        <groupId>org.codehaus.mojo</groupId>
        <artifactId>exec-maven-plugin</artifactId>
      </plugin>
    </plugins>
  </build>
</project>
