package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.act.ContainmentWords;
import dev.curfew.app.cli.act.PreviewWords;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Left;
import dev.curfew.revocation.plan.WhatWasMade;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.run.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// An emergency in sentences: what is about to happen, and what is left to do after.
final class KillWords {
    private static final Messages MESSAGES = Messages.of(KillWords.class);

    private KillWords() {}

    static List<String> before(RevocationPlan plan, Instant now) {
        List<String> sentences = new ArrayList<>();
        long credentials =
                plan.steps().stream().map(step -> step.credential()).distinct().count();
        long sources = plan.steps().stream()
                .map(step -> step.credential().source())
                .distinct()
                .count();
        sentences.add(MESSAGES.text(
                "kill.plan", plan.id(), credentials, sources, plan.steps().size()));
        sentences.addAll(PreviewWords.of(plan, now));
        Left.in(plan.preview(), "added").forEach(one -> sentences.add(words("kill.added", one)));
        sentences.addAll(left(plan));
        WhatWasMade.untold(plan.preview())
                .forEach(made -> sentences.add(MESSAGES.text("kill.untold", made.by(), made.why())));
        return sentences;
    }

    /// As far as it came, before any record is asked.
    static String done(RunReport run) {
        long acted = run.steps().stream()
                .filter(step -> step.record().state().isDone())
                .count();
        return MESSAGES.text("kill.done", acted, run.steps().size(), run.planId());
    }

    private static String words(String key, Left one) {
        return MESSAGES.text(key, one.named(), one.why());
    }

    private static List<String> left(RevocationPlan plan) {
        return left(plan.preview()).stream().map(one -> words("kill.left", one)).toList();
    }

    static List<Left> left(Map<String, Object> preview) {
        return Left.in(preview, "left");
    }

    static List<String> after(KillReport report, Collection<Containment> containments) {
        List<String> sentences = new ArrayList<>(ContainmentWords.why(containments));
        sentences.addAll(left(report.after().plan()));
        if (report.run().cancelled()) {
            sentences.add(MESSAGES.text("run.cancelled", report.run().planId()));
        }
        return sentences;
    }
}
