package dev.curfew.analysis.aws.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys of a request and their values. Keys ignore case.
public final class RequestContext {
    /// A request without any key.
    public static final RequestContext EMPTY = new RequestContext(Map.of(), Set.of(), false, Set.of());

    private static final String[] NONE = {};

    /// One key that the request has.
    static final class Entry {
        private final String key;
        private final String first;
        private final boolean multiValued;
        private final String[] values;

        private Entry(String key, String[] values, boolean multiValued) {
            this.key = key;
            this.values = values;
            this.first = values.length == 0 ? "" : values[0];
            this.multiValued = multiValued;
        }

        /// In lower case.
        String key() {
            return key;
        }

        int size() {
            return values.length;
        }

        /// Empty where there is none.
        String first() {
            return first;
        }

        String value(int number) {
            return values[number];
        }

        boolean isMultiValued() {
            return multiValued;
        }

        /// A set without values, or with the empty text alone, is a null data set, as good as none:
        /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>.
        boolean isNothing() {
            return values.length == 0 || (multiValued && values.length == 1 && first.isEmpty());
        }

        List<String> values() {
            return List.of(values);
        }
    }

    private final @Nullable Entry[] table;
    private final boolean partial;
    private final boolean attackers;
    private final Set<String> multiValued;
    private final Set<String> complete;

    /// @param multiValued the keys that may have several values; any other has one
    /// @param partial whether a key that is not here may be in the request all the same; if false, it is absent
    /// @param complete with `partial`: beginnings of keys that are all here, for example `aws:principaltag/`
    public RequestContext(
            Map<String, List<String>> values, Collection<String> multiValued, boolean partial, Set<String> complete) {
        this.multiValued = lower(multiValued);
        this.table = new Entry[capacity(values.size())];
        this.partial = partial;
        this.attackers = false;
        this.complete = Set.copyOf(complete);
        values.forEach((key, list) -> put(ContextKey.of(key), list.toArray(NONE)));
    }

    private RequestContext(int keys, Collection<String> multiValued, boolean partial) {
        this.multiValued = lower(multiValued);
        this.table = new Entry[capacity(keys)];
        this.partial = partial;
        this.attackers = false;
        this.complete = Set.of();
    }

    /// A request's keys one after the other.
    public static final class Builder {
        private final RequestContext context;

        /// @param keys how many there are at most
        /// @param multiValued the keys that may have several values; any other has one
        /// @param partial whether a key that is not here may be in the request all the same; if false, it is absent
        public Builder(int keys, Collection<String> multiValued, boolean partial) {
            context = new RequestContext(keys, multiValued, partial);
        }

        /// Of a key that is given twice, in different case, the last counts.
        ///
        /// @param list not to be changed afterwards
        public void put(String key, String... list) {
            context.put(ContextKey.of(key), list);
        }

        /// Nothing is put into it afterwards.
        public RequestContext build() {
            return context;
        }
    }

    private RequestContext(RequestContext other, boolean partial, boolean attackers) {
        this.table = other.table;
        this.multiValued = other.multiValued;
        this.partial = partial;
        this.attackers = attackers;
        this.complete = other.complete;
    }

    private static Set<String> lower(Collection<String> keys) {
        Set<String> lower = HashSet.newHashSet(keys.size());
        for (String key : keys) {
            lower.add(ContextKey.of(key));
        }
        return lower;
    }

    /// At least twice as many places as keys, so that one is soon found, or soon not.
    private static int capacity(int keys) {
        return Integer.highestOneBit(Math.max(1, keys)) << 2;
    }

    /// Of a key that is given twice, in different case, the last counts.
    private void put(String key, String[] values) {
        table[place(key, ContextKey.spread(key.hashCode()))] = new Entry(key, values, multiValued.contains(key));
    }

    private int place(String key, int hash) {
        int at = hash & (table.length - 1);
        for (Entry entry = table[at]; entry != null && !entry.key().equals(key); entry = table[at]) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    /// What the request has of a key; null for a key that it does not have.
    ///
    /// @param key in lower case
    @Nullable
    Entry entry(String key) {
        return entry(key, ContextKey.spread(key.hashCode()));
    }

    /// The same, with the key's hash at hand.
    @Nullable
    Entry entry(String key, int hash) {
        return table[place(key, hash)];
    }

    /// The same request with one more key.
    public RequestContext with(String key, String value) {
        return with(Map.of(ContextKey.of(key), List.of(value)));
    }

    /// The same request with more keys.
    ///
    /// @param more by keys in lower case
    public RequestContext with(Map<String, List<String>> more) {
        return filled(more, complete);
    }

    /// The same request with more keys, and with beginnings of keys that are all here.
    ///
    /// @param more by keys in lower case
    public RequestContext with(Map<String, List<String>> more, Set<String> told) {
        Set<String> all = new HashSet<>(complete);
        all.addAll(told);
        return filled(more, all);
    }

    private RequestContext filled(Map<String, List<String>> more, Set<String> told) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Entry entry : table) {
            if (entry != null) {
                all.put(entry.key(), entry.values());
            }
        }
        all.putAll(more);
        return new RequestContext(new RequestContext(all, multiValued, partial, told), partial, attackers);
    }

    /// The same request where what is not here is absent.
    public RequestContext whole() {
        return partial ? new RequestContext(this, false, attackers) : this;
    }

    /// The same request of somebody who tries whatever he may choose: what is not known and his to choose is chosen so
    /// that it is allowed.
    public RequestContext ofAttacker() {
        return new RequestContext(this, partial, true);
    }

    /// What whoever makes the request chooses of a key that is not known.
    ///
    /// @param key in lower case
    public Chosen chosen(String key) {
        return attackers ? Chosen.of(key) : Chosen.NOT;
    }

    /// The value of a key that has one and may have only one; otherwise empty.
    String single(String key) {
        Entry entry = entry(key);
        return entry != null && entry.size() == 1 && !entry.isMultiValued() ? entry.first() : "";
    }

    /// @param key in lower case
    public boolean isMultiValued(String key) {
        return multiValued.contains(key);
    }

    /// Whether there may be keys that are not here.
    public boolean isPartial() {
        return partial;
    }

    /// The values of a key; empty when the request has none.
    public List<String> of(String key) {
        Entry entry = entry(ContextKey.of(key));
        return entry == null ? List.of() : entry.values();
    }

    /// The keys, in lower case, that begin so.
    ///
    /// @param start in lower case
    List<String> keysFrom(String start) {
        List<String> keys = new ArrayList<>();
        for (Entry entry : table) {
            if (entry != null && entry.key().startsWith(start)) {
                keys.add(entry.key());
            }
        }
        return keys;
    }

    /// Whether the key could have values that are not known.
    boolean isUnknown(String key) {
        return partial && entry(key) == null && !isComplete(key);
    }

    private boolean isComplete(String key) {
        for (String start : complete) {
            if (key.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /// How a key is compared: keys ignore case.
    public static String lower(String key) {
        return ContextKey.of(key);
    }
}
