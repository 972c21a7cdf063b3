[#import "/pom.ftl" as pom]
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>

[#if parent??]
  <parent>
    <groupId>[=parent.groupId]</groupId>
    <artifactId>[=parent.artifactId]</artifactId>
    <version>[=parent.version]</version>
  </parent>

[/#if]
  <groupId>[=groupId]</groupId>
  <artifactId>[=artifactId]</artifactId>
  <version>[=version]</version>
  <packaging>pom</packaging>

  <modules>
[=slot("pom.modules")]    <module>infrastructure</module>
  </modules>

  <properties>
[#if slot("pom.modules")?has_content]
    <!-- Must not be newer than the Lambda runtime in JavaFunction. -->
[/#if]
    <maven.compiler.release>[=javaVersion]</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <!-- Fixed, so that the same sources always give the same artifacts and an unchanged function is not deployed again. -->
    <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
    <!-- `exec:java` on the command line visits every module; only infrastructure has something to run. -->
    <exec.mainClass>[=package].infrastructure.[=Name]App</exec.mainClass>
    <exec.skip>true</exec.skip>
  </properties>

  <dependencyManagement>
    <dependencies>
[#list lines("pom.boms") as bom]
[@pom.bom name=bom /]
[/#list]
[@pom.managed slots=["functions.dependencies", "infrastructure.dependencies"] /]
    </dependencies>
  </dependencyManagement>

  <build>
    <pluginManagement>
      <plugins>
        <plugin>
          <artifactId>maven-antrun-plugin</artifactId>
          <version>[=versions["maven-antrun-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-assembly-plugin</artifactId>
          <version>[=versions["maven-assembly-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-clean-plugin</artifactId>
          <version>[=versions["maven-clean-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-compiler-plugin</artifactId>
          <version>[=versions["maven-compiler-plugin"]]</version>
          <configuration>
            <proc>none</proc>
            <failOnWarning>true</failOnWarning>
            <showWarnings>true</showWarnings>
            <compilerArgs>
              <arg>-Xlint:all</arg>
            </compilerArgs>
          </configuration>
        </plugin>
        <plugin>
          <artifactId>maven-deploy-plugin</artifactId>
          <version>[=versions["maven-deploy-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-enforcer-plugin</artifactId>
          <version>[=versions["maven-enforcer-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-install-plugin</artifactId>
          <version>[=versions["maven-install-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-jar-plugin</artifactId>
          <version>[=versions["maven-jar-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-resources-plugin</artifactId>
          <version>[=versions["maven-resources-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-site-plugin</artifactId>
          <version>[=versions["maven-site-plugin"]]</version>
        </plugin>
        <plugin>
          <artifactId>maven-surefire-plugin</artifactId>
          <version>[=versions["maven-surefire-plugin"]]</version>
          <configuration>
            <!-- What the tests log goes to target/surefire-reports. -->
            <redirectTestOutputToFile>true</redirectTestOutputToFile>
          </configuration>
        </plugin>
        <plugin>
          <groupId>org.codehaus.mojo</groupId>
          <artifactId>exec-maven-plugin</artifactId>
          <version>[=versions["exec-maven-plugin"]]</version>
        </plugin>
      </plugins>
    </pluginManagement>
    <plugins>
      <plugin>
        <artifactId>maven-enforcer-plugin</artifactId>
        <executions>
          <execution>
            <id>tools</id>
            <goals>
              <goal>enforce</goal>
            </goals>
            <configuration>
              <rules>
                <requireMavenVersion>
                  <version>[3.8,)</version>
                </requireMavenVersion>
                <requireJavaVersion>
                  <version>[${maven.compiler.release},)</version>
                </requireJavaVersion>
              </rules>
            </configuration>
          </execution>
        </executions>
      </plugin>
      <plugin>
        <artifactId>maven-antrun-plugin</artifactId>
        <inherited>false</inherited>
        <executions>
          <execution>
            <!-- Installs the pinned CDK CLI, and only when package-lock.json is newer than what is installed. -->
            <id>npm-ci</id>
            <phase>initialize</phase>
            <goals>
              <goal>run</goal>
            </goals>
            <configuration>
              <target xmlns:unless="ant:unless">
                <condition property="npm" value="npm.cmd" else="npm">
                  <os family="windows" />
                </condition>
                <uptodate property="npm.current" srcfile="${project.basedir}/package-lock.json" targetfile="${project.basedir}/node_modules/.package-lock.json" />
                <exec unless:set="npm.current" executable="${npm}" dir="${project.basedir}" failonerror="true">
                  <arg line="ci --no-audit --no-fund --loglevel=error" />
                </exec>
              </target>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
