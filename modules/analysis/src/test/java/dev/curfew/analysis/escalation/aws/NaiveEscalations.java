package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Account;
import dev.curfew.analysis.escalation.aws.account.AccountReader;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Change;
import dev.curfew.analysis.escalation.catalogue.Entry;
import dev.curfew.analysis.escalation.catalogue.Launch;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// The same prerequisites once more, as loops: for everybody, every method and every target each question by itself,
/// nothing sorted, grouped or remembered. An oracle for small accounts, in which every name is one of few.
final class NaiveEscalations {
    /// In which things are made, and are. One more than policies name, within `eu-*` and beyond.
    static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "eu-north-1", "eu-south-1", "ap-south-1");

    private static final PolicyDocument EVERYTHING = document("everything", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");
    private static final PolicyDocument OPEN = document("open", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""");
    private static final String OWN_ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final int VERSIONS_MAX = 5;
    private static final int KEYS_MAX = 2;

    private final Account account;
    private final Environment environment;
    private final List<String> names;
    private final List<Actor> people;
    private final Map<Actor, Integer> administrators = new HashMap<>();

    /// @param names whatever a new thing could be called
    NaiveEscalations(SnapshotIndex index, Environment environment, List<String> names) {
        this.account = AccountReader.read(index);
        this.environment = environment;
        this.names = List.copyOf(names);
        this.people = account.actors().stream().filter(it -> !it.isGroup()).toList();
    }

    private static PolicyDocument document(String name, String text) {
        try {
            return PolicyDocumentReader.read(name, text);
        } catch (PolicySyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /// How sure each finding is, by identity and method.
    Map<String, Certainty> find() {
        List<Ways> all = new ArrayList<>();
        people.forEach(actor -> administrators.put(actor, NaiveRights.of(actor).administrator()));
        for (Actor actor : people) {
            if (administrators.getOrDefault(actor, 0) == 0 && !actor.isServiceLinked()) {
                AwsCatalogue.packaged().forEach(method -> all.add(ways(actor, method)));
            }
        }
        Map<String, Certainty> found = new TreeMap<>();
        for (Ways ways : all) {
            int sure = 0;
            for (int level = 1; level <= 2; level++) {
                Set<Actor> reached = ways.targets().isEmpty() ? Set.of() : reached(all, level, ways.actor());
                boolean open = ways.alone() >= level;
                for (Map.Entry<Actor, Integer> target : ways.targets().entrySet()) {
                    open |= target.getValue() >= level && reached.contains(target.getKey());
                }
                sure = open ? level : sure;
            }
            if (sure > 0) {
                found.put(ways.actor().arn() + " " + ways.method(), NaiveRights.certainty(sure));
            }
        }
        return found;
    }

    /// @param alone whether nobody else has to be an administrator
    private record Ways(Actor actor, String method, int alone, Map<Actor, Integer> targets) {}

    /// Those who become administrators without somebody.
    private Set<Actor> reached(Collection<Ways> all, int level, Actor without) {
        Set<Actor> reached = new HashSet<>();
        for (Actor actor : people) {
            if (!actor.equals(without) && administrators.getOrDefault(actor, 0) >= level) {
                reached.add(actor);
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Ways ways : all) {
                boolean open = ways.alone() >= level;
                for (Map.Entry<Actor, Integer> target : ways.targets().entrySet()) {
                    open |= target.getValue() >= level && reached.contains(target.getKey());
                }
                more |= open && !ways.actor().equals(without) && reached.add(ways.actor());
            }
        }
        return reached;
    }

    private Ways ways(Actor actor, Method<Way> method) {
        NaiveRights rights = NaiveRights.of(actor);
        Map<Actor, Integer> targets = new HashMap<>();
        int alone = 0;
        switch (method.way()) {
            case Way.OwnRights way -> alone = ownRights(rights, way);
            case Way.Raise way -> {
                for (Actor target : people) {
                    alone = Math.max(alone, target.equals(actor) ? 0 : raise(rights, way, target));
                }
            }
            case Way.NewRole way -> alone = madeRole(rights, way);
            case Way.Become way -> each(actor, targets, target -> into(rights, way.entry(), target, true));
            case Way.PassRole way -> {
                int start = started(rights, way);
                each(actor, targets, role -> Math.min(start, passed(rights, way, role)));
            }
            case Way.UseExisting way -> {
                alone = unread(rights, way);
                each(actor, targets, role -> used(rights, way, role));
            }
            case Way.StackSet way -> {
                each(actor, targets, role -> stackSet(rights, way, role));
            }
        }
        return new Ways(actor, method.id(), alone, targets);
    }

    private void each(Actor actor, Map<Actor, Integer> targets, ToIntFunction<Actor> sure) {
        for (Actor target : people) {
            int level = target.equals(actor) ? 0 : sure.applyAsInt(target);
            if (level > 0) {
                targets.put(target, level);
            }
        }
    }

    // One's own rights

    private int ownRights(NaiveRights rights, Way.OwnRights way) {
        Actor actor = rights.actor();
        return switch (way.of()) {
            case "policy" -> way.change() == Change.NEW_VERSION ? newVersions(rights, rights) : otherVersions(rights);
            case "user" -> actor.isUser() ? granted(rights, rights, actor, way.change()) : 0;
            case "role" -> actor.isRole() && !actor.isProtected() ? granted(rights, rights, actor, way.change()) : 0;
            case "group" -> {
                int best = 0;
                for (Actor group : account.groups()) {
                    if (way.change() == Change.JOIN) {
                        best = Math.max(best, actor.isUser() ? joined(rights, group) : 0);
                    } else if (actor.groups().contains(group)) {
                        best = Math.max(best, granted(rights, rights, group, way.change()));
                    }
                }
                yield best;
            }
            default -> throw new AssertionError(way.of());
        };
    }

    /// Everything is granted to the receiver, which makes an administrator of the holder.
    private int granted(NaiveRights rights, NaiveRights holder, Actor receiver, Change change) {
        String noun = receiver.isUser() ? "User" : receiver.isRole() ? "Role" : "Group";
        if (change == Change.PUT) {
            return Math.min(
                    rights.may("iam:Put" + noun + "Policy", receiver, Map.of()),
                    holder.with(EVERYTHING).becomesAdministrator());
        }
        int best = attached(rights, holder, receiver, noun, OWN_ADMINISTRATOR, EVERYTHING);
        for (ManagedPolicy policy : account.policies()) {
            IndexedPolicy says = policy.policy();
            if (policy.isCustomers() && says != null && allowsAnything(says.document())) {
                best = Math.max(best, attached(rights, holder, receiver, noun, policy.arn(), says.document()));
            }
        }
        return best;
    }

    private static boolean allowsAnything(PolicyDocument policy) {
        return policy.statements().stream().anyMatch(it -> it.allows() && it.matchesAction("~any~:~any~"));
    }

    private static int attached(
            NaiveRights rights, NaiveRights holder, Actor receiver, String noun, String arn, PolicyDocument says) {
        return Math.min(
                rights.may("iam:Attach" + noun + "Policy", receiver, Map.of("iam:PolicyARN", arn)),
                holder.with(says).becomesAdministrator());
    }

    /// Every choice of policies that could be rewritten.
    private int newVersions(NaiveRights rights, NaiveRights holder) {
        List<ManagedPolicy> held = account.policies().stream()
                .filter(policy -> policy.isCustomers()
                        && (holder.managed().contains(policy.arn())
                                || holder.boundaryArn().equals(policy.arn())))
                .toList();
        int best = 0;
        for (int choice = 1; choice < 1 << held.size(); choice++) {
            int sure = 2;
            Set<String> arns = new HashSet<>();
            for (int i = 0; i < held.size(); i++) {
                if ((choice & 1 << i) != 0) {
                    sure = Math.min(sure, newVersion(rights, held.get(i)));
                    arns.add(held.get(i).arn());
                }
            }
            if (sure > best) {
                best = Math.max(
                        best, Math.min(sure, holder.replacing(arns, EVERYTHING).becomesAdministrator()));
            }
        }
        return best;
    }

    private static int newVersion(NaiveRights rights, ManagedPolicy policy) {
        int create = rights.may("iam:CreatePolicyVersion", policy.arn());
        boolean full = policy.others().size() + 1 >= VERSIONS_MAX;
        return full ? Math.min(create, rights.may("iam:DeletePolicyVersion", policy.arn())) : create;
    }

    private int otherVersions(NaiveRights rights) {
        int best = 0;
        for (ManagedPolicy policy : account.policies()) {
            if (policy.isCustomers() && rights.managed().contains(policy.arn())) {
                int may = rights.may("iam:SetDefaultPolicyVersion", policy.arn());
                for (ManagedPolicy.Version version : policy.others()) {
                    IndexedPolicy says = version.policy();
                    int then = says == null ? 1 : reached(rights.replacing(Set.of(policy.arn()), says.document()));
                    best = Math.max(best, Math.min(may, then));
                }
            }
        }
        return best;
    }

    private int reached(NaiveRights rights) {
        return Math.max(rights.becomesAdministrator(), further(rights));
    }

    private int joined(NaiveRights rights, Actor group) {
        if (rights.actor().groups().contains(group)) {
            return 0;
        }
        NaiveRights then = rights.joining(group);
        int further = further(then);
        int brought = Math.max(then.becomesAdministrator(), further > further(rights) ? further : 0);
        return Math.min(rights.may("iam:AddUserToGroup", group, Map.of()), brought);
    }

    /// One change further.
    private int further(NaiveRights rights) {
        int best = newVersions(rights, rights);
        for (Change change : List.of(Change.PUT, Change.ATTACH)) {
            for (String of : List.of("user", "role", "group")) {
                best = Math.max(best, ownRights(rights, new Way.OwnRights(change, of)));
            }
        }
        return best;
    }

    // Somebody else's place

    private int into(NaiveRights rights, Entry entry, Actor target, boolean alone) {
        boolean role = entry == Entry.ASSUME || entry == Entry.REWRITTEN_TRUST;
        if (role ? !target.isRole() : !target.isUser()) {
            return 0;
        }
        Integer keys = environment.accessKeys().get(target.identity().name());
        Boolean password = environment.passwords().get(target.identity().name());
        return switch (entry) {
            case ACCESS_KEY -> {
                int room = keys == null ? 1 : keys < KEYS_MAX ? 2 : 0;
                int made = alone ? 0 : rights.may("iam:DeleteAccessKey", target, Map.of());
                yield Math.min(rights.may("iam:CreateAccessKey", target, Map.of()), Math.max(room, made));
            }
            case REPLACED_ACCESS_KEY ->
                keys != null && keys < KEYS_MAX
                        ? 0
                        : Math.min(
                                rights.may("iam:CreateAccessKey", target, Map.of()),
                                rights.may("iam:DeleteAccessKey", target, Map.of()));
            case NEW_PASSWORD ->
                Math.min(
                        password == null ? 1 : password ? 0 : 2,
                        rights.may("iam:CreateLoginProfile", target, Map.of()));
            case CHANGED_PASSWORD ->
                Math.min(
                        password == null ? 1 : password ? 2 : 0,
                        rights.may("iam:UpdateLoginProfile", target, Map.of()));
            case ASSUME -> rights.assume(target, trust(target));
            case REWRITTEN_TRUST ->
                target.isProtected()
                        ? 0
                        : Math.min(
                                rights.may("iam:UpdateAssumeRolePolicy", target, Map.of()),
                                rights.assume(target, OPEN));
        };
    }

    private static PolicyDocument trust(Actor role) {
        IndexedPolicy trust = role.trust();
        return trust == null ? new PolicyDocument("none", List.of()) : trust.document();
    }

    private int raise(NaiveRights rights, Way.Raise way, Actor target) {
        int into = target.isProtected() ? 0 : into(rights, way.entry(), target, false);
        if (into == 0) {
            return 0;
        }
        NaiveRights its = NaiveRights.of(target);
        return Math.min(
                into,
                way.change() == Change.NEW_VERSION
                        ? newVersions(rights, its)
                        : granted(rights, its, target, way.change()));
    }

    /// A role of some name that nobody has.
    private int madeRole(NaiveRights rights, Way.NewRole way) {
        int best = 0;
        for (String name : names) {
            String arn = rights.actor().iam("role/" + name);
            if (people.stream().noneMatch(it -> it.arn().equalsIgnoreCase(arn))) {
                Actor role = rights.actor().madeRole(arn);
                best = Math.max(
                        best,
                        min(
                                rights.may("iam:CreateRole", role, Map.of()),
                                granted(rights, NaiveRights.of(role), role, way.change()),
                                rights.assume(role, OPEN)));
            }
        }
        return best;
    }

    // Services

    /// Some name there is on which all is allowed.
    private int launched(NaiveRights rights, List<Launch> launches) {
        return REGIONS.stream()
                .mapToInt(region -> launched(rights, launches, region))
                .max()
                .orElseThrow();
    }

    private int launched(NaiveRights rights, List<Launch> launches, String region) {
        int all = 2;
        for (Launch launch : launches) {
            int best = 0;
            for (String on : launch.on()) {
                best = Math.max(best, some(rights, launch.actions(), on, region));
            }
            all = Math.min(all, best);
        }
        return all;
    }

    /// Everything in one region, on something of the kind too.
    private int some(NaiveRights rights, Target target, List<Launch> launches) {
        List<Launch> all = new ArrayList<>(launches);
        all.add(new Launch(List.of(target.pattern()), target.actions()));
        return launched(rights, all);
    }

    private int some(NaiveRights rights, List<String> actions, String on, String region) {
        String pattern = rights.actor().local(on);
        if (pattern.equals("*")) {
            return actions.stream()
                    .mapToInt(action -> rights.mayIn(region, action))
                    .min()
                    .orElse(2);
        }
        int best = 0;
        for (String name : names) {
            String[] parts = pattern.split("\\*", 2);
            String made = parts[0] + region + (parts.length > 1 ? parts[1].replace("*", name) : "");
            best = Math.max(best, on(rights, actions, made));
        }
        return best;
    }

    private static int on(NaiveRights rights, List<String> actions, String resource) {
        return actions.stream()
                .mapToInt(action -> rights.may(action, resource))
                .min()
                .orElse(2);
    }

    private int started(NaiveRights rights, Way.PassRole way) {
        Target existing = way.existing();
        List<Launch> launches = way.launches();
        if (existing == null && way.cluster()) {
            return environment
                    .clusters()
                    .map(all -> all.stream()
                            .mapToInt(arn -> launched(rights, launches, region(arn)))
                            .max()
                            .orElse(0))
                    .orElseGet(() -> Math.min(1, launched(rights, launches)));
        }
        if (existing == null) {
            return launched(rights, launches);
        }
        return environment
                .resources()
                .map(all -> all.stream()
                        .mapToInt(it -> on(rights, existing, launches, it))
                        .max()
                        .orElse(0))
                .orElseGet(() -> Math.min(1, some(rights, existing, launches)));
    }

    private static String region(String arn) {
        return arn.split(":", -1)[3];
    }

    /// The launches are where the thing is.
    private int on(NaiveRights rights, Target target, List<Launch> launches, Existing it) {
        String regex = Pattern.quote(rights.actor().local(target.pattern())).replace("*", "\\E.*\\Q");
        return it.arn().matches(regex)
                ? Math.min(launched(rights, launches, region(it.arn())), on(rights, target.actions(), it.arn()))
                : 0;
    }

    private int passed(NaiveRights rights, Way.PassRole way, Actor role) {
        int best = 0;
        for (String service : way.services()) {
            best = Math.max(best, passed(rights, role, service));
        }
        int made = 0;
        for (String name : names) {
            made = Math.max(
                    made,
                    on(
                            rights,
                            List.of("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"),
                            rights.actor().iam("instance-profile/" + name)));
        }
        return Math.min(best, Math.max(made, profile(role, way.instanceProfile())));
    }

    private static int passed(NaiveRights rights, Actor role, String service) {
        return role.isRole() && !role.isProtected()
                ? Math.min(
                        rights.may("iam:PassRole", role, Map.of("iam:PassedToService", service)), trusts(role, service))
                : 0;
    }

    private static int trusts(Actor role, String service) {
        RequestContext context = new RequestContext(
                Map.of(
                        "aws:SourceAccount", List.of(role.account()),
                        "aws:PrincipalIsAWSService", List.of("true"),
                        "aws:PrincipalServiceName", List.of(service)),
                Set.of(),
                true,
                Set.of());
        return NaiveRights.sure(AwsEvaluator.evaluate(
                new AwsRequest(new Principal.Service(service), "sts:AssumeRole", role.arn(), role.account(), context),
                AwsPolicies.ofIdentity(List.of()).under(role.rights().guards()).withResource(trust(role))));
    }

    private static int profile(Actor role, boolean needed) {
        return needed ? role.instanceProfiles().map(it -> it.isEmpty() ? 0 : 2).orElse(1) : 2;
    }

    private int used(NaiveRights rights, Way.UseExisting way, Actor role) {
        if (!role.isRole()) {
            return 0;
        }
        int reached = on(NaiveRights.of(role), way.roleNeeds(), "~any~");
        if (environment.resources().isEmpty()) {
            int could = 0;
            for (String service : way.services()) {
                could = Math.max(could, role.isProtected() ? 0 : trusts(role, service));
            }
            int some = some(rights, way.target(), way.launches());
            return min(1, could, reached, profile(role, way.instanceProfile()), some);
        }
        int best = 0;
        for (Existing each : environment.resources().get()) {
            best = Math.max(best, runsAs(each, role) ? on(rights, way.target(), way.launches(), each) : 0);
        }
        return Math.min(best, reached);
    }

    private static boolean runsAs(Existing thing, Actor role) {
        return thing.role().equals(role.arn())
                || role.instanceProfiles().orElse(List.of()).contains(thing.role());
    }

    private int unread(NaiveRights rights, Way.UseExisting way) {
        int best = 0;
        for (Existing each : environment.resources().orElse(List.of())) {
            boolean known = people.stream().anyMatch(it -> runsAs(each, it));
            best = Math.max(best, known ? 0 : min(1, on(rights, way.target(), way.launches(), each)));
        }
        return best;
    }

    private int stackSet(NaiveRights rights, Way.StackSet way, Actor role) {
        if (!role.isRole()) {
            return 0;
        }
        boolean told = environment.resources().isPresent();
        Target existing = way.existing();
        int best = 0;
        for (Actor administration : people) {
            int passed = administration.equals(rights.actor())
                    ? 0
                    : passed(rights, administration, way.services().getFirst());
            int executes = NaiveRights.of(administration).assume(role, trust(role));
            if (administration.equals(role)) {
                executes = Math.max(executes, existing != null && told ? 2 : 1);
            }
            best = Math.max(best, Math.min(passed, executes));
        }
        if (existing == null) {
            return Math.min(best, launched(rights, way.launches()));
        }
        if (!told) {
            return min(1, best, some(rights, existing, way.launches()));
        }
        int there = 0;
        for (Existing each : environment.resources().orElse(List.of())) {
            there = Math.max(there, runsAs(each, role) ? on(rights, existing, way.launches(), each) : 0);
        }
        return Math.min(best, there);
    }

    private static int min(int... levels) {
        int min = 2;
        for (int level : levels) {
            min = Math.min(min, level);
        }
        return min;
    }
}
