package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrudStoreTest {
    private static final Versions ANY = Versions.of("*");

    private final LocalItems items = new LocalItems();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CrudStore store = new CrudStore(items.client(), items.table, items.index, () -> now);

    @Test
    void readsWhatWasCreated() {
        CrudItem created = create("k1", "hammer");

        assertThat(store.read(created.id())).isEqualTo(created);
        assertThat(created.json())
                .containsEntry("name", "hammer")
                .containsEntry("version", 1L)
                .containsEntry("createdAt", "2026-01-01T00:00:00.000Z");
    }

    @Test
    void createsOnceForEachKey() {
        CrudItem first = create("k1", "hammer");
        now = now.plusSeconds(60);

        assertThat(create("k1", "hammer")).isEqualTo(first);
        assertThatExceptionOfType(UnprocessableException.class).isThrownBy(() -> create("k1", "saw"));
        assertThat(create("k2", "hammer")).isNotEqualTo(first);
        assertThat(items.rows()).hasSize(4);
    }

    @Test
    void isNotStoppedByItsOwnRetries() {
        items.answersAreLost = true;
        CrudItem created = create("k1", "hammer");
        CrudItem updated = store.update(created.id(), Versions.of("\"1\""), new CrudContent("saw", 2), "r2");

        assertThat(updated.version()).isEqualTo(2);
        assertThat(updated.name()).isEqualTo("saw");
        assertThat(items.rows()).hasSize(2);
    }

    @Test
    void changesTheVersionThatWasReadAndNoOther() {
        String id = create("k1", "hammer").id();
        CrudContent saw = new CrudContent("saw", 2);
        now = now.plusSeconds(60);

        CrudItem updated = store.update(id, Versions.of("\"1\""), saw, "r2");

        assertThat(updated)
                .isEqualTo(new CrudItem(id, "saw", 2, 2, "2026-01-01T00:00:00.000Z", "2026-01-01T00:01:00.000Z"));
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> store.update(id, Versions.of("\"1\""), saw, "r3"));
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> store.delete(id, Versions.of("\"1\"")));
        assertThat(store.read(id)).isEqualTo(updated);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String id = create("k1", "hammer").id();
        store.delete(id, ANY);

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.read(id));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> store.delete(id, ANY));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> store.update(id, ANY, new CrudContent("saw", 2), "r2"));
    }

    @Test
    void listsEverythingOnceAndTheNewestFirst() {
        List<Object> newestFirst = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            newestFirst.add(0, create("k" + i, "hammer").json());
            now = now.plusMillis(1);
        }

        Map<String, Object> first = store.list(Page.of("2", ""));
        Map<String, Object> second = store.list(Page.of("2", (String) first.get("nextToken")));

        assertThat(first.get("items")).isEqualTo(newestFirst.subList(0, 2));
        assertThat(second.get("items")).isEqualTo(newestFirst.subList(2, 3));
        assertThat(second).doesNotContainKey("nextToken");
    }

    private CrudItem create(String key, String name) {
        CrudRequest request = new CrudRequest("request-" + key, "caller", "", "", "", key, "", "");
        String id = UUID.randomUUID().toString();
        return store.keys().createOnce(request, new CrudItem(id, name, 1, 1, store.now(), store.now()));
    }
}
