package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.KillReport;
import dev.curfew.app.usecase.revocation.Leak;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Left;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.run.Board;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// From what leaked to what became of it, in one go.
final class Containing {
    private static final Messages MESSAGES = Messages.of(Containing.class);

    private final Desk desk;

    Containing(Desk desk) {
        this.desk = desk;
    }

    /// @param made gets the plan's id, before it is run
    /// @throws Refused if it is not known what to cut off
    KillReport contain(
            OfficerLogin login,
            Optional<Secret> value,
            List<String> named,
            String reason,
            Progress progress,
            Consumer<String> made)
            throws InterruptedException {
        List<String> whose = value.isPresent() ? whose(value.get()) : List.of();
        RevocationPlan plan = desk.revocations()
                .plan(login, new KillOrder(naming(whose, named), Extent.DELETE, reason))
                .plan();
        made.accept(plan.id());
        Map<CredentialId, Secret> values = new HashMap<>();
        plan.steps().stream()
                .map(PlannedStep::credential)
                .filter(credential -> whose.contains(credential.text()))
                .forEach(credential -> value.ifPresent(it -> values.put(credential, it)));
        return desk.revocations().kill(login, plan, values, progress, Board.SILENT);
    }

    private List<String> whose(Secret value) throws InterruptedException {
        Leak leak = desk.leaks().ofValue(value);
        if (leak.found().isEmpty()) {
            throw new Refused(String.join(" ", leak.notes()));
        }
        return leak.ids();
    }

    /// What is no id and no fingerprint is the name of an agent.
    private Naming naming(List<String> whose, List<String> named) throws InterruptedException {
        List<String> ids = new ArrayList<>(whose);
        List<String> agents = new ArrayList<>();
        for (String text : named) {
            boolean known = desk.leaks().isKnown(text);
            (known ? ids : agents).add(text);
        }
        return new Naming(ids, agents);
    }

    /// What was named and is left alone, with why.
    static List<String> left(RevocationPlan plan) {
        return Left.in(plan.preview(), "left").stream()
                .map(one -> MESSAGES.text("left.one", one.named(), one.why()))
                .toList();
    }
}
