package dev.curfew.connector.kubernetes.list;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.model.port.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks one object up by its metadata, with the right to list alone, and without seeing what it holds.
public final class Lookup {
    private static final Shape UID =
            Shape.of().with("metadata", Shape.of("uid", "deletionTimestamp", "creationTimestamp"));

    private Lookup() {}

    /// What came of it.
    public sealed interface Found {
        /// @param ending it was deleted, and something holds it up
        record There(String uid, boolean ending) implements Found {}

        record Nowhere() implements Found {}

        record Untold(KubeAnswer answer) implements Found {}
    }

    public static Found find(KubeSession session, String namespace, String plural, String name)
            throws InterruptedException {
        Collection collection = Collection.of(KubePath.core(namespace, plural, ""), UID);
        List<Doc> found = new ArrayList<>();
        Optional<KubeAnswer> trouble = new Listing(
                        session, collection, Form.METADATA, "fieldSelector=metadata.name%3D" + KubePath.encode(name))
                .read(new Keep(found), Progress.SILENT);
        if (trouble.isPresent()) {
            return new Found.Untold(trouble.get());
        }
        return found.isEmpty()
                ? new Found.Nowhere()
                : new Found.There(
                        found.getFirst().doc("metadata").text("uid"),
                        found.getFirst().doc("metadata").has("deletionTimestamp"));
    }

    /// Keeps whatever comes.
    public record Keep(List<Doc> items) implements Listing.Use {
        @Override
        public void page(List<Doc> page, List<String> columns) {
            items.addAll(page);
        }

        @Override
        public void restart() {
            items.clear();
        }
    }
}
