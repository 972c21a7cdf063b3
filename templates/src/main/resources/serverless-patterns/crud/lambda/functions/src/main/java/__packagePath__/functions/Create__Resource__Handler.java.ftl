package [=package].functions;

import java.util.Map;
import java.util.UUID;
import org.crac.Core;

/** Creates one [=resource], once for each Idempotency-Key of a caller. */
public final class Create[=Resource]Handler extends CrudHandler {
    /** Called by Lambda. */
    public Create[=Resource]Handler() {
        this(CrudStore.open());
        Core.getGlobalContext().register(this);
    }

    Create[=Resource]Handler(CrudStore store) {
        super(store);
    }

    @Override
    Map<String, Object> answer(CrudRequest request, CrudStore store) {
        CrudContent content = CrudContent.parse(request.body());
        String now = store.now();
        String id = UUID.randomUUID().toString();
        var item = new CrudItem(id, content.name(), content.quantity(), 1, now, now);
        return store.keys().createOnce(request, item).json();
    }

    @Override
    void prime(CrudStore store) {
        store.read("priming");
    }
}
