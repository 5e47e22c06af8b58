package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.act.PreviewWords;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An emergency in sentences: what is about to happen, and what is left to do after.
final class KillWords {
    private static final Messages MESSAGES = Messages.of(KillWords.class);

    private KillWords() {}

    static List<String> before(RevocationPlan plan) {
        List<String> sentences = new ArrayList<>();
        long credentials =
                plan.steps().stream().map(step -> step.credential()).distinct().count();
        long sources = plan.steps().stream()
                .map(step -> step.credential().source())
                .distinct()
                .count();
        sentences.add(MESSAGES.text(
                "kill.plan", plan.id(), credentials, sources, plan.steps().size()));
        sentences.addAll(PreviewWords.of(plan));
        told(plan.preview(), "added").forEach(one -> sentences.add(words("kill.added", one)));
        sentences.addAll(left(plan));
        return sentences;
    }

    private static String words(String key, Map<?, ?> one) {
        return MESSAGES.text(key, Objects.toString(one.get("named"), ""), Objects.toString(one.get("why"), ""));
    }

    private static List<String> left(RevocationPlan plan) {
        return left(plan.preview()).stream().map(one -> words("kill.left", one)).toList();
    }

    static List<Map<?, ?>> left(Map<String, Object> preview) {
        return told(preview, "left");
    }

    private static List<Map<?, ?>> told(Map<String, Object> preview, String field) {
        List<Map<?, ?>> left = new ArrayList<>();
        if (preview.get(field) instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> fields) {
                    left.add(fields);
                }
            }
        }
        return left;
    }

    static List<String> after(KillReport report) {
        List<String> sentences = new ArrayList<>();
        for (Containment containment : report.containments()) {
            containment.reasons().forEach(why -> sentences.add(MESSAGES.text("kill.why", containment.identity(), why)));
        }
        sentences.addAll(left(report.after().plan()));
        if (report.run().cancelled()) {
            sentences.add(MESSAGES.text("run.cancelled", report.run().planId()));
        }
        return sentences;
    }
}
