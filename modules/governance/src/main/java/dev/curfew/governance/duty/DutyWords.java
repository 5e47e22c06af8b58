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

    static List<DutyRule> of(DutyRules rules) {
        List<DutyRule> all = new ArrayList<>();
        Integer approvals = rules.approvalsMax();
        if (approvals != null) {
            all.add(new DutyRule(DutyRules.APPROVALS, approvals, text("rule.approvals", approvals)));
        }
        Integer ofOne = rules.ofOneRequesterMax();
        if (ofOne != null) {
            all.add(new DutyRule(DutyRules.OF_ONE, ofOne, text("rule.requester", ofOne)));
        }
        Duration granted = rules.grantedMax();
        if (granted != null) {
            all.add(new DutyRule(DutyRules.GRANTED, granted.toSeconds(), text("rule.granted", Spans.words(granted))));
        }
        Duration delegated = rules.delegatedMax();
        if (delegated != null) {
            all.add(new DutyRule(
                    DutyRules.DELEGATED, delegated.toSeconds(), text("rule.delegated", Spans.words(delegated))));
        }
        new TreeSet<>(rules.apart())
                .forEach(pair -> all.add(
                        new DutyRule(DutyRules.APART, pair.text(), text("rule.apart", pair.first(), pair.second()))));
        new TreeSet<>(rules.notAlone())
                .forEach(one ->
                        all.add(new DutyRule(DutyRules.NOT_ALONE, one.text(), text("rule.alone." + one.text()))));
        return all;
    }
}
