package dev.curfew.revocation.approval;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Ending;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.governance.target.Environments;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.plan.Phase;
import dev.curfew.revocation.plan.Told;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A plan with everything that is known about what it ends, put as a question to the policies. What can be undone is
/// taken from the catalogue, not from the plan's word.
record PlanCase(Office office, Catalogue catalogue, Transaction transaction, RevocationPlan plan, Snapshot snapshot) {

    EndingQuestion question(Circumstances.Approval approval, Instant now) {
        List<Identity> holders = holders();
        return new EndingQuestion(
                Requester.officer(plan.requester()),
                plan.id(),
                new Ending(
                        plan.reason(),
                        each(step -> step.credential().source().value()),
                        each(step ->
                                Environments.of(transaction, step.credential().source())),
                        each(PlannedStep::credentialKind),
                        each(step -> step.action().code()),
                        holders.stream().flatMap(PlanCase::tags).collect(Collectors.toSet()),
                        Told.of(plan).stream().map(Told::identity).distinct().count(),
                        each(step -> step.credential().text()).size(),
                        plan.steps().stream()
                                .allMatch(step -> catalogue.undoes(
                                        step.credentialKind(), step.action().code())),
                        plan.steps().stream().anyMatch(this::deletes),
                        Phase.of(plan).isPresent(),
                        isBreakGlass(holders),
                        Circumstances.Time.of(now),
                        approval));
    }

    private Set<String> each(Function<PlannedStep, String> what) {
        return plan.steps().stream().map(what).collect(Collectors.toSet());
    }

    /// As the newest reading has them. No reading lists what stands for all sessions of one: it names them itself.
    private List<Identity> holders() {
        Set<CredentialId> ending =
                plan.steps().stream().map(PlannedStep::credential).collect(Collectors.toSet());
        Stream<IdentityId> listed = snapshot.credentials().stream()
                .filter(credential -> ending.contains(credential.id()))
                .flatMap(credential -> Stream.ofNullable(credential.holder()));
        Stream<IdentityId> named = ending.stream().flatMap(id -> SessionsId.holder(id).stream());
        Set<IdentityId> holders = Stream.concat(listed, named).collect(Collectors.toSet());
        return snapshot.identities().stream()
                .filter(identity -> holders.contains(identity.id()))
                .toList();
    }

    private static Stream<String> tags(Identity identity) {
        return identity.tags().entrySet().stream().map(tag -> tag.getKey() + "=" + tag.getValue());
    }

    /// What the catalogue does not know is taken for the worst.
    private boolean deletes(PlannedStep step) {
        return catalogue
                .kind(step.credentialKind())
                .map(how -> how.deletions().contains(step.action().code()))
                .orElse(true);
    }

    private boolean isBreakGlass(List<Identity> holders) {
        List<BreakGlassPath> paths = new PathBook(office).paths(transaction).all();
        return holders.stream()
                .anyMatch(identity -> "true".equals(identity.tags().get(Protection.BREAK_GLASS))
                        || paths.stream().anyMatch(path -> isAccount(path, identity)));
    }

    /// Doors name accounts in their own way: by the whole id, or with its name last.
    private static boolean isAccount(BreakGlassPath path, Identity identity) {
        SourceName source = identity.id().source();
        return path.source().equals(source)
                && (path.account().equals(identity.id().nativeId())
                        || path.account()
                                .substring(path.account().lastIndexOf('/') + 1)
                                .equals(identity.name()));
    }
}
