package [=package].functions;

import java.util.Map;
import org.crac.Core;

/** Deletes one [=resource], if it still has the version that the client has read. */
public final class Delete[=Resource]Handler extends CrudHandler {
    /** Called by Lambda. */
    public Delete[=Resource]Handler() {
        this(CrudStore.open());
        Core.getGlobalContext().register(this);
    }

    Delete[=Resource]Handler(CrudStore store) {
        super(store);
    }

    @Override
    Map<String, Object> answer(CrudRequest request, CrudStore store) {
        store.delete(request.id(), Versions.of(request.ifMatch()));
        return Map.of();
    }

    @Override
    void prime(CrudStore store) {
        store.delete("priming", Versions.of("\"1\""));
    }
}
