package dev.curfew.analysis.hcl.decode;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclItem;
import dev.curfew.analysis.hcl.HclValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of one block. A key may be repeated: of texts and numbers the last counts, lists add up.
public final class HclFields {
    private final List<HclItem> items;
    private final String where;

    /// @param where for problems: what block this is
    public HclFields(HclValue.Body body, String where) {
        this.items = body.items();
        this.where = where;
    }

    /// @throws PolicySyntaxException if there is another key
    public void allowOnly(Set<String> keys) throws PolicySyntaxException {
        for (HclItem item : items) {
            if (!keys.contains(item.key())) {
                throw problem("unknown key \"" + item.key() + "\"");
            }
        }
    }

    public List<HclItem> all(String key) {
        return items.stream().filter(item -> item.key().equals(key)).toList();
    }

    /// Empty where the key is not there. A whole number is its own text.
    public String text(String key) throws PolicySyntaxException {
        String text = "";
        for (HclItem item : unlabelled(key)) {
            text = item.value().asText().orElseThrow(() -> problem(key + " is not a text"));
        }
        return text;
    }

    public List<String> texts(String key) throws PolicySyntaxException {
        List<String> texts = new ArrayList<>();
        for (HclItem item : unlabelled(key)) {
            for (HclValue value : list(key, item.value())) {
                texts.add(value.asText().orElseThrow(() -> problem(key + " holds something that is no text")));
            }
        }
        return texts;
    }

    /// Zero where the key is not there.
    public long whole(String key) throws PolicySyntaxException {
        long whole = 0;
        for (HclItem item : unlabelled(key)) {
            whole = Numbers.whole(item.value().asText().orElse(""))
                    .orElseThrow(() -> problem(key + " is not a whole number"));
        }
        return whole;
    }

    public boolean truth(String key) throws PolicySyntaxException {
        boolean truth = false;
        for (HclItem item : unlabelled(key)) {
            if (!(item.value() instanceof HclValue.Truth(boolean value))) {
                throw problem(key + " is neither true nor false");
            }
            truth = value;
        }
        return truth;
    }

    /// A value of any kind. Repeated, it has to be what can be made of the first one's kind.
    public Optional<HclValue> any(String key) throws PolicySyntaxException {
        HclValue any = null;
        for (HclItem item : all(key)) {
            HclValue next = item.keys().size() > 1 ? new HclValue.Body(List.of()) : item.value();
            any = any == null ? checked(key, next) : like(key, any, checked(key, next));
        }
        return Optional.ofNullable(any);
    }

    private HclValue like(String key, HclValue first, HclValue next) throws PolicySyntaxException {
        PolicySyntaxException mixed = problem(key + " is repeated with another kind of value");
        return switch (first) {
            case HclValue.Text _ -> new HclValue.Text(next.asText().orElseThrow(() -> mixed));
            case HclValue.Digits(String _, boolean whole)
            when whole ->
                new HclValue.Digits(
                        Long.toString(Numbers.whole(next.asText().orElse("")).orElseThrow(() -> mixed)));
            case HclValue.Digits _ -> {
                if (next instanceof HclValue.Digits(String digits, boolean _)) {
                    yield new HclValue.Digits(digits, false);
                }
                throw mixed;
            }
            case HclValue.Truth _, HclValue.Items _, HclValue.Body _ -> {
                if (next.getClass() == first.getClass()) {
                    yield next;
                }
                throw mixed;
            }
        };
    }

    /// Lists of values by name. An object in the place of a list is a list of it alone.
    public Map<String, List<HclValue>> lists(String key) throws PolicySyntaxException {
        Map<String, List<HclValue>> lists = new LinkedHashMap<>();
        for (HclItem item : all(key)) {
            if (item.keys().size() > 1) {
                add(lists, key, item.keys().subList(1, item.keys().size()), item.value());
            } else if (item.value() instanceof HclValue.Body body) {
                for (HclItem inner : body.items()) {
                    add(lists, key, inner.keys(), inner.value());
                }
            } else {
                throw problem(key + " is not a block");
            }
        }
        return lists;
    }

    private void add(Map<String, List<HclValue>> lists, String key, List<String> names, HclValue value)
            throws PolicySyntaxException {
        if (names.size() > 1) {
            throw problem(key + " holds a block with a label");
        }
        String name = names.getFirst();
        List<HclValue> values = switch (value) {
            case HclValue.Items list -> list.values();
            case HclValue.Body body -> List.of(body);
            case HclValue.Text _, HclValue.Digits _, HclValue.Truth _ -> throw problem(key + " is not a list");
        };
        for (HclValue each : values) {
            lists.computeIfAbsent(name, _ -> new ArrayList<>()).add(checked(key, each));
        }
        lists.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    /// Numbers have to be ones, at any depth.
    private HclValue checked(String key, HclValue value) throws PolicySyntaxException {
        switch (value) {
            case HclValue.Digits(String text, boolean whole) -> {
                if (whole ? Numbers.whole(text).isEmpty() : !Numbers.isFraction(text)) {
                    throw problem(key + " holds a number that is none, or too large");
                }
            }
            case HclValue.Items list -> {
                for (HclValue each : list.values()) {
                    checked(key, each);
                }
            }
            case HclValue.Body body -> {
                for (HclItem item : body.items()) {
                    checked(key, item.value());
                }
            }
            case HclValue.Text _, HclValue.Truth _ -> {}
        }
        return value;
    }

    /// An empty block is an empty list.
    private List<HclValue> list(String key, HclValue value) throws PolicySyntaxException {
        return switch (value) {
            case HclValue.Items list -> list.values();
            case HclValue.Body body when body.items().isEmpty() -> List.of();
            case HclValue.Body _, HclValue.Text _, HclValue.Digits _, HclValue.Truth _ ->
                throw problem(key + " is not a list");
        };
    }

    private List<HclItem> unlabelled(String key) throws PolicySyntaxException {
        List<HclItem> found = all(key);
        if (found.stream().anyMatch(item -> item.keys().size() > 1)) {
            throw problem(key + " has no labels");
        }
        return found;
    }

    public PolicySyntaxException problem(String what) {
        return new PolicySyntaxException(where + ": " + what);
    }
}
