package dev.curfew.analysis.aws.condition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The keys of a request and their values. Keys ignore case.
public final class RequestContext {
    /// A request without any key.
    public static final RequestContext EMPTY = new RequestContext(Map.of(), Set.of(), false, Set.of());

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> multiValued = new HashSet<>();
    private final boolean partial;
    private final Set<String> complete;

    /// @param multiValued the keys that may have several values; any other has one
    /// @param partial whether a key that is not here may be in the request all the same; if false, it is absent
    /// @param complete with `partial`: beginnings of keys that are all here, for example `aws:principaltag/`
    public RequestContext(
            Map<String, List<String>> values, Set<String> multiValued, boolean partial, Set<String> complete) {
        values.forEach((key, list) -> this.values.put(lower(key), List.copyOf(list)));
        multiValued.forEach(key -> this.multiValued.add(lower(key)));
        this.partial = partial;
        this.complete = Set.copyOf(complete);
    }

    /// The same request with one more key.
    public RequestContext with(String key, String value) {
        Map<String, List<String>> more = new HashMap<>(values);
        more.put(lower(key), List.of(value));
        return new RequestContext(more, multiValued, partial, complete);
    }

    /// The values of a key in lower case; empty when the request has none.
    List<String> values(String key) {
        return values.getOrDefault(key, List.of());
    }

    /// The value of a key that has one and may have only one; otherwise empty.
    String single(String key) {
        List<String> given = values(key);
        return given.size() == 1 && !isMultiValued(key) ? given.getFirst() : "";
    }

    boolean isMultiValued(String key) {
        return multiValued.contains(key);
    }

    /// Whether there may be keys that are not here.
    public boolean isPartial() {
        return partial;
    }

    /// The values of a key; empty when the request has none.
    public List<String> of(String key) {
        return values(lower(key));
    }

    /// The keys, in lower case, that begin so.
    ///
    /// @param start in lower case
    public List<String> keysFrom(String start) {
        return values.keySet().stream().filter(key -> key.startsWith(start)).toList();
    }

    /// Whether the key could have values that are not known.
    boolean isUnknown(String key) {
        return partial && !values.containsKey(key) && complete.stream().noneMatch(key::startsWith);
    }

    static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
