package [=package].functions;

import java.util.Map;
import org.crac.Core;

/** Changes one [=resource], if it still has the version that the client has read. */
public final class Update[=Resource]Handler extends CrudHandler {
    /** Called by Lambda. */
    public Update[=Resource]Handler() {
        this(CrudStore.open());
        Core.getGlobalContext().register(this);
    }

    Update[=Resource]Handler(CrudStore store) {
        super(store);
    }

    @Override
    Map<String, Object> answer(CrudRequest request, CrudStore store) {
        Versions versions = Versions.of(request.ifMatch());
        CrudContent content = CrudContent.parse(request.body());
        return store.update(request.id(), versions, content, request.requestId())
                .json();
    }

    @Override
    void prime(CrudStore store) {
        store.update("priming", Versions.of("\"1\""), new CrudContent("priming", 1), "priming");
    }
}
