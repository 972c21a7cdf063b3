package [=package].functions;

import java.util.Map;
import org.crac.Core;

/** Lists [=resources], a page at a time. */
public final class List[=Resources]Handler extends CrudHandler {
    /** Called by Lambda. */
    public List[=Resources]Handler() {
        this(CrudStore.open());
        Core.getGlobalContext().register(this);
    }

    List[=Resources]Handler(CrudStore store) {
        super(store);
    }

    @Override
    Map<String, Object> answer(CrudRequest request, CrudStore store) {
        return store.list(Page.of(request.limit(), request.nextToken()));
    }

    @Override
    void prime(CrudStore store) {
        store.list(Page.of("1", ""));
    }
}
