package [=package].functions;

import java.util.Map;
import org.crac.Core;

/** Reads one [=resource]. */
public final class Read[=Resource]Handler extends CrudHandler {
    /** Called by Lambda. */
    public Read[=Resource]Handler() {
        this(CrudStore.open());
        Core.getGlobalContext().register(this);
    }

    Read[=Resource]Handler(CrudStore store) {
        super(store);
    }

    @Override
    Map<String, Object> answer(CrudRequest request, CrudStore store) {
        return store.read(request.id()).json();
    }

    @Override
    void prime(CrudStore store) {
        store.read("priming");
    }
}
