package dev.curfew.governance.playbook;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which credentials a playbook may touch. Never all there are.
public sealed interface Scope {
    boolean covers(SnapshotIndex index, Credential credential);

    /// Names of the sources that it may touch something at.
    Set<String> touches();

    Map<String, Object> toJson();

    /// By the ids of credentials, or of identities for what they hold, which their sources give to nothing else.
    ///
    /// @param ids whole, `<source>:<native id>`
    record Named(List<String> ids) implements Scope {
        public Named {
            ids = List.copyOf(ids);
        }

        @Override
        public boolean covers(SnapshotIndex index, Credential credential) {
            return ids.contains(credential.id().text())
                    || (credential.holder() != null
                            && ids.contains(credential.holder().text()));
        }

        @Override
        public Set<String> touches() {
            return ids.stream().map(id -> id.substring(0, id.indexOf(':'))).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Map<String, Object> toJson() {
            return Map.of("ids", ids);
        }
    }

    /// By what they are when the playbook is set off; what that came to is entered with the run.
    ///
    /// @param sources of these only
    /// @param kinds of these only; empty: all
    /// @param tags that the holder has, each with that value; empty: whatever it has
    record Selected(List<String> sources, List<String> kinds, Map<String, String> tags) implements Scope {
        public Selected {
            sources = List.copyOf(sources);
            kinds = List.copyOf(kinds);
            tags = Map.copyOf(tags);
        }

        @Override
        public boolean covers(SnapshotIndex index, Credential credential) {
            return sources.contains(credential.source().value())
                    && (kinds.isEmpty() || kinds.contains(credential.kind()))
                    && hasTags(index, credential);
        }

        private boolean hasTags(SnapshotIndex index, Credential credential) {
            return tags.isEmpty()
                    || Optional.ofNullable(credential.holder())
                            .flatMap(index::identity)
                            .filter(holder -> holder.tags().entrySet().containsAll(tags.entrySet()))
                            .isPresent();
        }

        @Override
        public Set<String> touches() {
            return Set.copyOf(sources);
        }

        @Override
        public Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sources", sources);
            if (!kinds.isEmpty()) {
                json.put("kinds", kinds);
            }
            if (!tags.isEmpty()) {
                json.put("tags", tags);
            }
            return json;
        }
    }
}
