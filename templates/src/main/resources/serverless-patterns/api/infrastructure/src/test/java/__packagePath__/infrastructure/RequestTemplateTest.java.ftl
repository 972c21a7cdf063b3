package [=package].infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestTemplateTest {

    @Test
    void joinsTheFilesInTheirOrder() {
        String text = RequestTemplate.of("idempotency-key", "accepted").text();

        assertThat(text).containsSubsequence("#set($id = $context.requestId)", "\"id\": \"$id\"");
        assertThat(text).doesNotContain("\r").isEqualTo(text.strip());
    }

    @Test
    void setsTheParametersFirst() {
        String text =
                RequestTemplate.of("accepted").with("id", "${Token[TOKEN.7]}").text();

        assertThat(text).startsWith("#set($id = '${Token[TOKEN.7]}')##\n");
    }

    @Test
    void namesTheFileThatDoesNotExist() {
        assertThatThrownBy(() -> RequestTemplate.of("acceptd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("src/main/resources/request-templates/acceptd.vtl does not exist");
    }

    @Test
    void namesTheVariableThatNothingSets() {
        RequestTemplate withoutKey = RequestTemplate.of("accepted");

        assertThatThrownBy(withoutKey::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[accepted] reads [id], which nothing sets");
    }

    @Test
    void refusesParameterThatNoFileReads() {
        RequestTemplate template = RequestTemplate.of("idempotency-key", "accepted");

        assertThatThrownBy(() -> template.with("queueName", "q"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no parameter 'queueName'");
    }

    @Test
    void refusesValueThatWouldEndItsQuotes() {
        RequestTemplate template = RequestTemplate.of("accepted");

        assertThatThrownBy(() -> template.with("id", "a') $context.apiId #set($x = '"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apostrophe");
    }
}
