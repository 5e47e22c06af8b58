package dev.curfew.model.kind;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The kinds of source that there are, in the order in which a person is offered them.
public record SourceKinds(List<SourceKind> all) {
    public SourceKinds {
        all = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (SourceKind kind : all) {
            if (!ids.add(kind.id())) {
                throw new IllegalArgumentException("two kinds of source are " + kind.id());
            }
        }
    }

    /// Empty for a kind that an older or newer version connected.
    public Optional<SourceKind> of(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// What a source of a kind is called; an unknown kind is called by its id.
    public String called(String id) {
        return of(id).map(SourceKind::called).orElse(id);
    }

    public List<SourceKind> servers() {
        return all.stream().filter(SourceKind::isServer).toList();
    }

    public List<SourceKind> files() {
        return all.stream().filter(SourceKind::isFile).toList();
    }

    public List<SourceKind> folders() {
        return all.stream().filter(SourceKind::isFolder).toList();
    }

    /// Whether some kind of source issues credentials for policies of a kind.
    public boolean issues(String policyKind) {
        return all.stream().anyMatch(it -> it.abilities().issues().contains(policyKind));
    }
}
