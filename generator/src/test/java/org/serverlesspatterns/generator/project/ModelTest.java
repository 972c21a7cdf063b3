package org.serverlesspatterns.generator.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {

    @ParameterizedTest
    @CsvSource({
        "a, A, a",
        "my-bakery, MyBakery, my-bakery",
        "my.big_bakery-2go, MyBigBakery2go, my-big-bakery-2go",
        "MyBakery, MyBakery, MyBakery",
        "i, I, i",
    })
    void theArtifactNamesClassesAndStack(String artifactId, String name, String stackName) {
        assertThat(model(artifactId, "order")).containsEntry("Name", name).containsEntry("stackName", stackName);
    }

    @ParameterizedTest
    @CsvSource({
        "order, Order, orders, Orders, orders",
        "sensorReading, SensorReading, sensorReadings, SensorReadings, sensor-readings",
        "category, Category, categories, Categories, categories",
        "productBox, ProductBox, productBoxes, ProductBoxes, product-boxes",
        "status, Status, statuses, Statuses, statuses",
        "child, Child, children, Children, children",
        "foodItem2, FoodItem2, foodItem2s, FoodItem2s, food-item2s",
        "sheep, Sheep, sheep, Sheep, sheep",
        "xRay, XRay, xRays, XRays, x-rays",
    })
    void theResourceNamesClassesPluralsAndThePath(
            String resource, String singular, String resources, String plurals, String path) {
        assertThat(model("a", resource))
                .containsEntry("resource", resource)
                .containsEntry("Resource", singular)
                .containsEntry("resources", resources)
                .containsEntry("Resources", plurals)
                .containsEntry("resourcePath", path);
    }

    @Test
    void thePackageHasAPath() {
        assertThat(model("a", "order")).containsEntry("packagePath", "com/example/x");
    }

    @Test
    void everyAnswerVersionAndTheGeneratorAreThere() {
        assertThat(model("a", "order"))
                .containsEntry("package", "com.example.x")
                .containsEntry("artifactId", "a")
                .containsEntry("versions", Map.of("g:a", "1"))
                .containsEntry("generatorVersion", "9.9");
    }

    @Test
    void theParentIsThereWhereThereIsOne() {
        assertThat(model("a", "order")).doesNotContainKey("parent");
        var project = project("a", "order").withParent(Optional.of(new ParentPom("g", "p", "1")));

        assertThat(Model.of(project, Map.of(), "9.9"))
                .containsEntry("parent", Map.of("groupId", "g", "artifactId", "p", "version", "1"));
    }

    private static Map<String, Object> model(String artifactId, String resource) {
        return Model.of(project(artifactId, resource), Map.of("g:a", "1"), "9.9");
    }

    private static Project project(String artifactId, String resource) {
        var values = Map.of("artifactId", artifactId, "resource", resource, "package", "com.example.x");
        return new Project(values, List.of(), Optional.empty());
    }
}
