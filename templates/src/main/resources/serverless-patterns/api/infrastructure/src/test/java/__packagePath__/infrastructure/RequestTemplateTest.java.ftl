package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTemplateTest {

    @Test
    void joinsTheFilesInTheirOrder() {
        String text = RequestTemplate.of("idempotency-key", "greeting").text();

        assertThat(text).containsSubsequence("#set($id = $context.requestId)", "\"hello\": \"$id\"");
        assertThat(text).doesNotContain("\r").isEqualTo(text.strip());
    }

    @Test
    void setsTheParametersFirst() {
        String text =
                RequestTemplate.of("greeting").with("id", "${Token[TOKEN.7]}").text();

        assertThat(text).startsWith("#set($id = '${Token[TOKEN.7]}')##\n");
    }

    @Test
    void namesTheFileThatDoesNotExist() {
        assertThatThrownBy(() -> RequestTemplate.of("greetin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("src/main/resources/request-templates/greetin.vtl does not exist");
    }

    @Test
    void namesTheVariableThatNothingSets() {
        RequestTemplate withoutKey = RequestTemplate.of("greeting");

        assertThatThrownBy(withoutKey::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[greeting] reads [id], which nothing sets");
    }

    @Test
    void refusesParameterThatNoFileReads() {
        RequestTemplate template = RequestTemplate.of("idempotency-key", "greeting");

        assertThatThrownBy(() -> template.with("queueName", "q"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no parameter 'queueName'");
    }

    @Test
    void refusesValueThatWouldEndItsQuotes() {
        RequestTemplate template = RequestTemplate.of("greeting");

        assertThatThrownBy(() -> template.with("id", "a') $context.apiId #set($x = '"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apostrophe");
    }
}
