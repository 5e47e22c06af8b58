package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.Chosen;
import dev.curfew.analysis.aws.condition.RequestContext;
import java.util.ArrayList;
import java.util.List;

/// Something that is not known of a request: a key, which may be absent, or have one value or another; or something
/// that nobody can decide, and holds or does not.
final class Unknown {
    /// Of a key with several values so many that differ are combined with each other; more are tried one at a time.
    private static final int COMBINED_MAX = 6;

    private final String name;
    private final String key;
    private final boolean multiValued;
    private final Chosen chosen;

    /// What it may be: the values of a key, none where it is absent.
    private List<List<String>> choices = new ArrayList<>();

    private Unknown(String name, String key, boolean multiValued, Chosen chosen) {
        this.name = name;
        this.key = key;
        this.multiValued = multiValued;
        this.chosen = chosen;
    }

    /// @param name as it is written
    static Unknown key(String name, AwsRequest request) {
        String lower = RequestContext.lower(name);
        RequestContext context = request.context();
        boolean away = lower.equals(Chosen.REGION) && Region.isUnknown(request);
        return new Unknown(name, lower, context.isMultiValued(lower), away ? Chosen.NOT : context.chosen(lower));
    }

    /// @param what what an unknown answer says
    static Unknown undecidable(String what) {
        Unknown undecidable = new Unknown(what, "", false, Chosen.NOT);
        undecidable.choices.add(List.of());
        undecidable.choices.add(List.of(what));
        return undecidable;
    }

    String name() {
        return name;
    }

    /// In lower case; empty for what nobody can decide.
    String key() {
        return key;
    }

    boolean isKey() {
        return !key.isEmpty();
    }

    /// Whether, and how, it is chosen by who makes the request.
    Chosen chosen() {
        return chosen;
    }

    /// @param value the only one that it can have
    void fix(String value) {
        choices.add(List.of(value));
    }

    /// @param values that it could have
    void sample(Iterable<String> values) {
        choices.add(List.of());
        values.forEach(value -> choices.add(List.of(value)));
    }

    int size() {
        return choices.size();
    }

    List<String> choice(int number) {
        return choices.get(number);
    }

    /// Keeps only these choices.
    void keep(List<Integer> numbers) {
        List<List<String>> kept = new ArrayList<>();
        numbers.forEach(number -> kept.add(choices.get(number)));
        choices = kept;
    }

    /// A key with several values may have any of them together.
    ///
    /// @return whether there are more choices than before
    boolean combine() {
        List<List<String>> single =
                choices.stream().filter(it -> it.size() == 1).toList();
        if (!multiValued || single.size() < 2) {
            return false;
        }
        int combined = Math.min(COMBINED_MAX, single.size());
        for (int set = 1; set < 1 << combined; set++) {
            List<String> together = new ArrayList<>();
            for (int i = 0; i < combined; i++) {
                if ((set >> i & 1) != 0) {
                    together.addAll(single.get(i));
                }
            }
            if (together.size() > 1) {
                choices.add(together);
            }
        }
        return true;
    }
}
