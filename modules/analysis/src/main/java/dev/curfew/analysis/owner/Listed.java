package dev.curfew.analysis.owner;

import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Those who go by one name in one way, list by list.
final class Listed {
    private final TreeMap<SourceName, List<One>> lists = new TreeMap<>();

    private record One(ResourceId id, @Nullable Instant left) {}

    void add(ResourceId id, @Nullable Instant left) {
        lists.computeIfAbsent(id.source(), _ -> new ArrayList<>(1)).add(new One(id, left));
    }

    /// The list in which all of them have left, if there is one: it knows more than one from which nobody is struck.
    Judged judged(String owner, How how, Instant now) {
        for (SourceName list : lists.keySet()) {
            if (of(list).stream().allMatch(it -> it.left() != null && !it.left().isAfter(now))) {
                return judged(owner, Verdict.GONE, how, list);
            }
        }
        boolean one = how == How.TEAM || lists.values().stream().allMatch(each -> each.size() == 1);
        return judged(owner, one ? Verdict.HERE : Verdict.AMBIGUOUS, how, lists.firstKey());
    }

    private Judged judged(String owner, Verdict verdict, How how, SourceName list) {
        List<ResourceId> people = lists.values().stream()
                .flatMap(List::stream)
                .map(One::id)
                .sorted()
                .toList();
        Instant left = verdict == Verdict.GONE
                ? of(list).stream()
                        .map(One::left)
                        .max(Comparator.nullsFirst(Comparator.naturalOrder()))
                        .orElse(null)
                : null;
        return new Judged(owner, verdict, how, list.value(), people, left);
    }

    private List<One> of(SourceName list) {
        return lists.getOrDefault(list, List.of());
    }
}
