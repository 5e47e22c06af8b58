package dev.curfew.governance.duty;

import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The words of this package.
final class DutyWords {
    private static final Messages MESSAGES = Messages.of(DutyWords.class);

    private DutyWords() {}

    static String text(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }

    static List<String> of(DutyRules rules) {
        List<String> words = new ArrayList<>();
        Integer approvals = rules.approvalsMax();
        if (approvals != null) {
            words.add(text("rule.approvals", approvals));
        }
        Integer ofOne = rules.ofOneRequesterMax();
        if (ofOne != null) {
            words.add(text("rule.requester", ofOne));
        }
        Duration granted = rules.grantedMax();
        if (granted != null) {
            words.add(text("rule.granted", Spans.words(granted)));
        }
        new TreeSet<>(rules.apart()).forEach(pair -> words.add(text("rule.apart", pair.first(), pair.second())));
        new TreeSet<>(rules.notAlone()).forEach(one -> words.add(text("rule.alone." + one.text())));
        return words;
    }
}
