package dev.curfew.connector.kubernetes.list;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// Lists whatever there is of a kind, one page after another, all of one moment.
///
/// <https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks>
public final class Listing {
    private static final Messages MESSAGES = Messages.of(Listing.class);

    /// A list that takes longer than the server remembers (5 min by default) is begun again; each time it is as long.
    private static final int STARTS_MAX = 3;

    /// More would take gigabytes of memory; the largest clusters that Kubernetes is tested with have 150,000 pods.
    private static final long ITEMS_MAX = 500_000;

    private final KubeSession session;
    private final Collection collection;
    private final Form form;
    private final String selector;

    /// @param selector a query that chooses among them, without its `&`; empty: all
    public Listing(KubeSession session, Collection collection, Form form, String selector) {
        this.session = session;
        this.collection = collection;
        this.form = form;
        this.selector = selector;
    }

    /// What is done with a list.
    public interface Use {
        /// @param columns of a table; else empty
        void page(List<Doc> items, List<String> columns);

        /// What came so far is of a moment that is too old: it comes again.
        void restart();
    }

    /// @return why it is not whole; empty if it is
    public Optional<KubeAnswer> read(Use use, Progress progress) throws InterruptedException {
        for (int start = 1; ; start++) {
            Optional<KubeAnswer> trouble = pages(use, progress);
            if (!(trouble.orElse(null) instanceof KubeAnswer.Gone) || start == STARTS_MAX) {
                return trouble;
            }
            use.restart();
        }
    }

    private Optional<KubeAnswer> pages(Use use, Progress progress) throws InterruptedException {
        String next = "";
        long done = 0;
        do {
            PageReader page = new PageReader(form, collection.shape());
            KubeAnswer answer = session.stream(path(next), form.accept(), page);
            if (!(answer instanceof KubeAnswer.Done)) {
                return Optional.of(answer);
            }
            use.page(page.items(), page.columns());
            done += page.items().size();
            if (!page.isList()) {
                return Optional.of(new KubeAnswer.Foreign(MESSAGES.text("no-list")));
            }
            if (page.next().equals(next) && !next.isEmpty()) {
                return Optional.of(new KubeAnswer.Foreign(MESSAGES.text("circle")));
            }
            next = page.next();
            if (done >= ITEMS_MAX && !next.isEmpty()) {
                return Optional.of(new KubeAnswer.Foreign(MESSAGES.text("limit", ITEMS_MAX)));
            }
            progress.at(collection.scope(), done, page.remaining() < 0 ? -1 : done + page.remaining());
        } while (!next.isEmpty());
        return Optional.empty();
    }

    private String path(String next) {
        StringBuilder path =
                new StringBuilder(collection.path()).append("?limit=").append(collection.pageItems());
        if (!selector.isEmpty()) {
            path.append('&').append(selector);
        }
        return next.isEmpty()
                ? path.toString()
                : path.append("&continue=").append(KubePath.encode(next)).toString();
    }
}
