package dev.curfew.app.cli.act;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plans, a line each.
public final class PlanListing {
    private static final Messages MESSAGES = Messages.of(PlanListing.class);

    private static final List<Column<RevocationCase>> COLUMNS = List.of(
            Column.whole(MESSAGES.text("plan"), one -> one.plan().id()),
            Column.of(MESSAGES.text("made"), one -> ModelWords.time(one.plan().createdAt())),
            Column.of(MESSAGES.text("requester"), one -> one.plan().requester()),
            Column.of(MESSAGES.text("signed"), PlanListing::signed),
            Column.of(MESSAGES.text("done"), PlanListing::done),
            Column.whole(MESSAGES.text("steps"), PlanListing::steps),
            Column.of(MESSAGES.text("proof"), PlanListing::proofs));

    private PlanListing() {}

    /// @param now by when the identities are contained, or not
    public static Listing<RevocationCase> at(Instant now) {
        List<Column<RevocationCase>> columns = new ArrayList<>(COLUMNS);
        columns.add(Column.of(MESSAGES.text("contained"), one -> contained(one, now)));
        columns.add(Column.of(MESSAGES.text("reason"), one -> one.plan().reason()));
        return new Listing<>("curfew.revocation-plans/1", columns, one -> json(one, now), MESSAGES.text("plans.none"));
    }

    private static String contained(RevocationCase one, Instant now) {
        return one.containments(now).values().stream()
                .distinct()
                .map(ContainmentWords::of)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String signed(RevocationCase one) {
        if (one.spooled().isPresent()) {
            return MESSAGES.text("signed.unratified", one.spooled().get().officer());
        }
        String denied = officers(one, Decision.DENY);
        if (!denied.isEmpty()) {
            return MESSAGES.text("signed.denied", denied);
        }
        String signed = officers(one, Decision.APPROVE);
        return one.waiting().isPresent() ? MESSAGES.text("signed.waits", signed) : signed;
    }

    private static String officers(RevocationCase one, Decision decision) {
        return one.decisions().stream()
                .filter(it -> it.decision() == decision)
                .map(Approval::officer)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String done(RevocationCase one) {
        return MESSAGES.text("done.of", one.steps().size(), one.plan().steps().size());
    }

    private static String steps(RevocationCase one) {
        return one.plan().steps().stream()
                .map(step -> step.action().code() + " " + step.credential().text())
                .collect(Collectors.joining(", "));
    }

    private static String proofs(RevocationCase one) {
        return one.proofs().stream()
                .map(record -> ProofWords.of(record.proof()))
                .collect(Collectors.joining("; "));
    }

    static Map<String, @Nullable Object> json(RevocationCase one, Instant now) {
        RevocationPlan plan = one.plan();
        return new Fields()
                .put("id", plan.id())
                .put("hash", plan.hash())
                .put("requester", plan.requester())
                .put("reason", plan.reason())
                .put("createdAt", plan.createdAt())
                .put("snapshot", plan.snapshotNumber())
                .put("steps", plan.steps().stream().map(PlanListing::json).toList())
                .put("preview", plan.preview())
                .put(
                        "signedBy",
                        one.decisions().stream()
                                .filter(it -> it.decision() == Decision.APPROVE)
                                .map(Approval::officer)
                                .distinct()
                                .toList())
                .put("spool", one.spooled().map(it -> it.file().toString()).orElse(""))
                .put("waitsFor", one.waiting().map(PlanStanding::words).orElse(""))
                .put("records", one.steps().stream().map(PlanListing::json).toList())
                .put("attempts", one.attempts().stream().map(ProofJson::attempt).toList())
                .put("proofs", one.proofs().stream().map(PlanListing::json).toList())
                .put(
                        "identities",
                        one.containments(now).values().stream()
                                .distinct()
                                .map(ContainmentWords::json)
                                .toList())
                .map();
    }

    public static Map<String, @Nullable Object> json(PlannedStep step) {
        return new Fields()
                .put("ordinal", step.ordinal())
                .put("credential", step.credential().text())
                .put("kind", step.credentialKind())
                .put("action", step.action().code())
                .put("reversible", step.action().reversible())
                .map();
    }

    /// With the step it is of.
    private static Map<String, @Nullable Object> json(ProofRecord record) {
        Fields fields = new Fields()
                .put("ordinal", record.ordinal())
                .put("credential", record.credential().text());
        ProofJson.proof(record.proof()).forEach(fields::put);
        return fields.map();
    }

    static Map<String, @Nullable Object> json(StepRecord record) {
        return new Fields()
                .put("ordinal", record.ordinal())
                .put("state", record.state().name())
                .put("at", record.at())
                .put("detail", record.detail())
                .map();
    }
}
