package org.serverlesspatterns.it.variants.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.serverlesspatterns.generator.output.FileTree;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What a POM says itself, without its parent. */
record Pom(List<Dependency> dependencies, List<Dependency> managed) {

    record Dependency(String group, String artifact, String scope) {

        String name() {
            return group + ":" + artifact;
        }
    }

    static Pom of(FileTree files, String path) {
        try {
            var project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(files.files().get(path)))
                    .getDocumentElement();
            return new Pom(
                    dependencies(project),
                    children(project, "dependencyManagement")
                            .flatMap(management -> dependencies(management).stream())
                            .toList());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static List<Dependency> dependencies(Element parent) {
        return children(parent, "dependencies")
                .flatMap(list -> children(list, "dependency"))
                .map(element -> new Dependency(
                        text(element, "groupId", ""),
                        text(element, "artifactId", ""),
                        text(element, "scope", "compile")))
                .toList();
    }

    private static String text(Element parent, String name, String otherwise) {
        return children(parent, name).map(Node::getTextContent).findFirst().orElse(otherwise);
    }

    private static Stream<Element> children(Element parent, String name) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }
}
