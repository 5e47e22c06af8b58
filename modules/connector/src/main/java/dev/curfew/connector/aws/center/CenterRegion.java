package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.ScopeCalls;
import dev.curfew.connector.aws.live.Scoped;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// IAM Identity Center as one region tells of it.
final class CenterRegion {
    private static final String PERMISSION_SETS = "permission-sets";
    private static final String ASSIGNMENTS = "permission-set-assignments";
    private static final String DIRECTORY = "identity-center-directory";

    private final Account account;
    private final String region;
    private final Asking asking;
    private final List<Instance> instances;
    private final Coverage listed;

    private CenterRegion(Account account, String region, Asking asking, List<Instance> instances, Coverage listed) {
        this.account = account;
        this.region = region;
        this.asking = asking;
        this.instances = List.copyOf(instances);
        this.listed = listed;
    }

    /// Asks whether there is an instance.
    static CenterRegion look(Account account, String region, Asking asking) throws InterruptedException {
        List<Instance> instances = new ArrayList<>();
        Coverage listed = Scoped.read(account, PERMISSION_SETS + "/" + region, () -> {
            AwsJsonCall first = new AwsJsonCall(AwsService.SSO_ADMIN, "ListInstances", Map.of());
            asking.all(Asking.pages(first, "Instances", "NextToken"))
                    .forEach(each -> instances.add(Instance.of(Reading.of(each))));
            return instances.size();
        });
        return new CenterRegion(account, region, asking, instances, listed);
    }

    boolean hasInstance() {
        return !instances.isEmpty();
    }

    /// Not so where it could not be asked.
    boolean hasNone() {
        return listed.provesAbsence() && !hasInstance();
    }

    List<Coverage> read(FactSet facts) throws InterruptedException {
        CenterCalls sets = calls(AwsService.SSO_ADMIN, PERMISSION_SETS);
        CenterCalls assignments = calls(AwsService.SSO_ADMIN, ASSIGNMENTS);
        CenterCalls directory = calls(AwsService.IDENTITY_STORE, DIRECTORY);
        for (Instance instance : instances) {
            List<String> arns = new PermissionSets(account.source(), instance, sets).read(facts);
            new Assignments(account.source(), instance, assignments).read(arns, facts);
            new Directory(account.source(), instance, directory).read(facts);
        }
        Coverage ofSets = sets.calls().coverage();
        // without all permission sets not all assignments are known
        Coverage ofAssignments = sets.calls().hasFailed(PermissionSets.LIST)
                ? in(ASSIGNMENTS, ofSets.state(), ofSets.detail())
                : assignments.calls().coverage();
        return Stream.of(ofSets, ofAssignments, directory.calls().coverage())
                .map(CenterRegion::told)
                .toList();
    }

    /// @param state where it was answered that there is none
    List<Coverage> unread(CoverageState state, String detail) {
        return Stream.of(PERMISSION_SETS, ASSIGNMENTS, DIRECTORY)
                .map(scope -> listed.provesAbsence()
                        ? in(scope, state, detail)
                        : told(in(scope, listed.state(), listed.detail())))
                .toList();
    }

    private CenterCalls calls(AwsService service, String scope) {
        return new CenterCalls(service, new ScopeCalls(account, asking, scope + "/" + region));
    }

    private Coverage in(String scope, CoverageState state, String detail) {
        return new Coverage(account.source(), scope + "/" + region, state, detail, 0, account.now());
    }

    /// A member account may not read its organization's.
    private static Coverage told(Coverage coverage) {
        return Scoped.explained(
                coverage, detail -> Messages.of(CenterRegion.class).text("refused", detail));
    }
}
