<project>
    <groupId>[=groupId]</groupId>
    <artifactId>[=artifactId]</artifactId>
    <version>[=version]</version>
[#list lines("dependencies") as dependency]
    <dependency>[=dependency]</dependency>
[/#list]
</project>
