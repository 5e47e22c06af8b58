package dev.curfew.connector.kubernetes.sheet;

import com.fasterxml.jackson.core.JsonParser;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.list.Listing;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.port.Progress;
import java.io.IOException;
import java.util.List;

/// A scope that is one list of objects.
public abstract class ListScope implements Scope {
    private final Collection collection;
    private final Form form;
    private final String origin;

    protected ListScope(Collection collection, Form form) {
        this.collection = collection;
        this.form = form;
        this.origin = "GET /" + collection.path();
    }

    @Override
    public final String name() {
        return collection.scope();
    }

    public final Collection collection() {
        return collection;
    }

    @Override
    public void read(KubeSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        list(session, sheet, progress);
    }

    protected final void list(KubeSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        Listing listing = new Listing(session, collection, form, "");
        var trouble = listing.read(new Pages(sheet), progress);
        trouble.ifPresent(sheet::breakOff);
        complete(sheet, trouble.isEmpty());
    }

    /// Takes the object that starts here, which came otherwise than in a list of the server's.
    public final void take(ScopeSheet sheet, JsonParser parser) throws IOException {
        Doc object = collection.shape().read(parser);
        sheet.items(1);
        object(sheet, object, List.of());
    }

    /// To be called once all of them were read, or taken.
    ///
    /// @param whole whether these are all that there are
    public void complete(ScopeSheet sheet, boolean whole) {}

    private final class Pages implements Listing.Use {
        private final ScopeSheet sheet;

        Pages(ScopeSheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public void page(List<Doc> items, List<String> columns) {
            sheet.items(items.size());
            items.forEach(item -> object(sheet, item, columns));
        }

        @Override
        public void restart() {
            sheet.clear();
            ListScope.this.restart();
        }
    }

    /// @param columns of a table; else empty
    protected abstract void object(ScopeSheet sheet, Doc object, List<String> columns);

    /// Forgets what is not on the sheet.
    protected void restart() {}

    protected final Provenance from(ScopeSheet sheet, Doc object) {
        return from(sheet, object.json());
    }

    protected final Provenance from(ScopeSheet sheet, String document) {
        return sheet.from(origin, document);
    }
}
