package org.serverlesspatterns.it.variants.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncrementalCompilerTest {

    private static final List<String> OPTIONS = List.of("-proc:none", "--release", "17", "-Xlint:all");
    private static final List<Path> NO_JAR = List.of();

    private static final String PRICE = "class Price { int cents() { return 1; } }";
    private static final String PRICE_TEST = "class PriceTest { int twice(Price price) { return 2 * price.cents(); } }";

    private final IncrementalCompiler.Cache cache = new IncrementalCompiler.Cache();
    private final IncrementalCompiler compiler = new IncrementalCompiler(cache);

    @AfterEach
    void close() {
        compiler.close();
    }

    @Test
    void whatIsTheSameIsNotCompiledAgain() {
        test(main(PRICE), PRICE_TEST);

        var again = test(main(PRICE), PRICE_TEST);

        assertThat(cache).hasToString("2 of 4 sources compiled, the others known");
        assertThat(again.classes().byName()).containsOnlyKeys("PriceTest");
    }

    @Test
    void codeThatATestDoesNotSeeMayChange() {
        test(main(PRICE), PRICE_TEST);

        var test = test(main("class Price { private int x = 2; int cents() { return x; } }"), PRICE_TEST);

        assertThat(test.complaints()).isEmpty();
        assertThat(cache).hasToString("3 of 4 sources compiled, the others known");
    }

    @Test
    void aMethodThatATestCallsMayNotGo() {
        test(main(PRICE), PRICE_TEST);

        assertThat(test(main("class Price { int euros() { return 1; } }"), PRICE_TEST)
                        .complaints())
                .singleElement()
                .asString()
                .contains("PriceTest.java:1: ", "cents");
    }

    @Test
    void aConstantIsPartOfWhatATestSees() {
        var test = "class PriceTest { int cents() { return Price.CENTS; } }";
        var before = test(main("class Price { static final int CENTS = 1; }"), test);

        var after = test(main("class Price { static final int CENTS = 2; }"), test);

        assertThat(after.classes().byName().get("PriceTest"))
                .isNotEqualTo(before.classes().byName().get("PriceTest"));
    }

    @Test
    void aTypeThatIsReachedWithoutItsNameMayNotChange() {
        var cart = source("Cart", "class Cart { Price price() { return new Price(); } }");
        var test = "class CartTest { int cents() { return new Cart().price().cents(); } }";
        assertThat(test(main(List.of(cart, source("Price", PRICE))), "CartTest", test)
                        .complaints())
                .isEmpty();

        var changed = source("Price", "class Price { int euros() { return 1; } }");
        assertThat(test(main(List.of(cart, changed)), "CartTest", test).complaints())
                .singleElement()
                .asString()
                .contains("cents");
    }

    @Test
    void aJarThatASourceNeedsMayNotGo() {
        var jackson = Path.of(ObjectMapper.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var source = source("Json", "class Json { com.fasterxml.jackson.databind.JsonNode json; }");
        assertThat(compiler.compile(List.of(source), Compiled.NOTHING, List.of(jackson), OPTIONS)
                        .classes()
                        .byName())
                .containsOnlyKeys("Json");

        assertThat(compiler.compile(List.of(source), Compiled.NOTHING, NO_JAR, OPTIONS)
                        .complaints())
                .singleElement()
                .asString()
                .contains("com.fasterxml.jackson.databind");
    }

    @Test
    void aJarThatASourceDoesNotNameMayCome() {
        var asm = Path.of(org.objectweb.asm.ClassReader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        compiler.compile(List.of(source("Price", PRICE)), Compiled.NOTHING, NO_JAR, OPTIONS);

        compiler.compile(List.of(source("Price", PRICE)), Compiled.NOTHING, List.of(asm), OPTIONS);

        assertThat(cache).hasToString("1 of 2 sources compiled, the others known");
    }

    private Compiled main(String price) {
        return main(List.of(source("Price", price)));
    }

    private Compiled main(List<SourceFile> sources) {
        var main = compiler.compile(sources, Compiled.NOTHING, NO_JAR, OPTIONS);
        assertThat(main.complaints()).isEmpty();
        return main;
    }

    private Compiled test(Compiled main, String priceTest) {
        return test(main, "PriceTest", priceTest);
    }

    private Compiled test(Compiled main, String name, String text) {
        return compiler.compile(List.of(source(name, text)), main, NO_JAR, OPTIONS);
    }

    private static SourceFile source(String type, String text) {
        return SourceFile.of("src/" + type + ".java", "src/", text);
    }
}
