package dev.curfew.analysis.kind;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `kinds.json`: what is so about each kind of identity, credential, policy and resource, so that nobody has to name
/// one. A kind without a row is called by its own name, and nothing else is so about it.
public final class Kinds {
    private static final Kinds PACKAGED = KindsFile.packaged();

    private final Map<String, EntityKind> rows = new TreeMap<>();
    private final Map<String, String> others;
    private final Map<String, ValueForm> values;
    private final List<IdRule> ids;

    /// @param others what kinds without a row are called, by provider
    /// @param values what tells whose a value is, by provider
    Kinds(List<EntityKind> rows, Map<String, String> others, Map<String, ValueForm> values, List<IdRule> ids) {
        for (EntityKind row : rows) {
            if (this.rows.put(row.kind(), row) != null) {
                throw new IllegalArgumentException("two rows for " + row.kind());
            }
        }
        this.others = Map.copyOf(others);
        this.values = Map.copyOf(values);
        this.ids = List.copyOf(ids);
    }

    /// The one that is packaged with this module.
    public static Kinds packaged() {
        return PACKAGED;
    }

    /// All kinds that have a row, by name.
    public List<String> all() {
        return List.copyOf(rows.keySet());
    }

    /// "AWS role" for `aws.role`; a kind that nothing is known of is called as it is.
    public String called(String kind) {
        EntityKind row = rows.get(kind);
        if (row != null) {
            return row.name();
        }
        String other = others.get(provider(kind));
        return other == null ? kind : other.replace("{0}", kind.substring(kind.indexOf('.') + 1));
    }

    /// What more than one of it are called: "AWS roles" for `aws.role`.
    public String severalCalled(String kind) {
        return row(kind).map(EntityKind::several).orElseGet(() -> several(called(kind)));
    }

    static String several(String name) {
        return name + "s";
    }

    /// What tells whether a value may be of a credential of this kind.
    public ValueForm valuesOf(String kind) {
        return values.getOrDefault(provider(kind), ValueForm.ANY);
    }

    /// Whether it does not act by itself, so that nobody has to own it.
    public boolean isCollective(String kind) {
        return row(kind).filter(EntityKind::collective).isPresent();
    }

    /// Whether its provider can limit it by a boundary of its own.
    public boolean isBoundable(String kind) {
        return row(kind).filter(EntityKind::boundable).isPresent();
    }

    /// Whether a credential of this kind can be replaced while it is in use.
    public boolean isRotatable(String kind) {
        return row(kind).filter(EntityKind::rotatable).isPresent();
    }

    /// What runs as identities of this kind; empty: nobody says.
    public Optional<RanBy> ranBy(String kind) {
        return row(kind).map(EntityKind::ranBy);
    }

    /// Whether it belongs to the provider, who alone uses it.
    public boolean isProvidersOwn(Identity identity) {
        return row(identity.kind())
                .map(EntityKind::providersOwn)
                .filter(part -> !part.isEmpty() && identity.id().nativeId().contains(part))
                .isPresent();
    }

    /// Whether it stands for everything that its source holds: a server, a cluster, an account.
    public boolean isWhole(ResourceId id) {
        for (IdRule rule : ids) {
            if (rule.whole() && rule.matches(id.nativeId())) {
                return true;
            }
        }
        return false;
    }

    /// What its id alone says of a resource; empty: nothing.
    public Optional<Unlisted> unlisted(ResourceId id) {
        return ids.stream()
                .filter(rule -> rule.matches(id.nativeId()))
                .findFirst()
                .map(rule ->
                        new Unlisted(rule.name(id.source().value(), id.nativeId()), rule.kind(), rule.sensitivity()));
    }

    /// Empty where the kind names none.
    private static String provider(String kind) {
        return kind.substring(0, Math.max(0, kind.indexOf('.')));
    }

    private Optional<EntityKind> row(String kind) {
        return Optional.ofNullable(rows.get(kind));
    }
}
