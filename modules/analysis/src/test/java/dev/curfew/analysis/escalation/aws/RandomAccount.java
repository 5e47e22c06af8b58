package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;

import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Launch;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A small account in which one method of the catalogue nearly works for somebody, or does: the same seed, the same
/// account.
final class RandomAccount {
    /// Whatever a new thing is called, one of these is like it as far as the policies here go.
    static final List<String> NAMES = List.of("dev-1", "dev-2", "prod-1", "prod-2", "other-1", "other");

    private static final List<Method<Way>> METHODS = AwsCatalogue.packaged();
    private static final List<String> PATTERNS = List.of("*", "*", "*", "dev-*", "prod-*", "*-1");
    private static final List<String> CONDITIONS = List.of(
            "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}",
            "{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}",
            "{'StringEquals':{'aws:ResourceTag/team':'a'}}",
            "{'StringEquals':{'iam:ResourceTag/team':'${aws:PrincipalTag/team}'}}",
            "{'StringNotEquals':{'aws:PrincipalTag/team':'a'}}",
            "{'ArnLike':{'aws:PrincipalArn':'" + arn("*/*0") + "'}}",
            "{'ArnEquals':{'iam:PolicyARN':'" + arn("policy/m0") + "'}}",
            "{'ArnNotEquals':{'iam:PolicyARN':'arn:aws:iam::aws:policy/AdministratorAccess'}}",
            "{'ArnEquals':{'iam:PermissionsBoundary':'" + arn("policy/m1") + "'}}",
            "{'Null':{'iam:PermissionsBoundary':'true'}}",
            "{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}",
            "{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}",
            "{'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}}",
            "{'StringEquals':{'aws:RequestedRegion':['us-east-1','eu-north-1']}}",
            "{'StringLike':{'aws:RequestedRegion':'eu-*'}}",
            "{'StringNotLike':{'aws:RequestedRegion':['eu-*','us-*']}}");

    /// Of ARNs in policies; most name none.
    private static final List<String> PLACES = List.of("*", "*", "*", "eu-west-1", "us-east-1", "eu-*", "us-east-?");
    private static final List<String> TRUST_CONDITIONS = List.of(
            "{'StringEquals':{'sts:ExternalId':'x'}}",
            "{'StringEquals':{'aws:PrincipalTag/team':'a'}}",
            "{'ArnLike':{'aws:PrincipalArn':'" + arn("*/*1") + "'}}",
            "{'StringEquals':{'aws:SourceAccount':'" + AccountSketch.ACCOUNT + "'}}",
            "{'StringEquals':{'aws:ResourceTag/team':'a'}}",
            "{'StringEquals':{'aws:PrincipalType':'User'}}");

    private final Random random;
    private final Method<Way> focus;
    private final List<String> services;
    final AccountSketch sketch = new AccountSketch();

    RandomAccount(long seed) {
        random = new Random(seed);
        focus = METHODS.get((int) (seed % METHODS.size()));
        services = switch (focus.way()) {
            case Way.PassRole way -> way.services();
            case Way.UseExisting way -> way.services();
            case Way.StackSet way -> way.services();
            case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _ -> List.of("lambda.amazonaws.com");
        };
        policies();
        for (int i = 0; i < 2; i++) {
            holder("group/g" + i, sketch.group("g" + i));
        }
        for (int i = 0; i < 3; i++) {
            user("u" + i);
        }
        for (int i = 0; i < 4; i++) {
            role("r" + i);
        }
        if (oneIn(8)) {
            String deny = statement("Deny", permissions());
            sketch.managed(
                            "c",
                            oneIn(2)
                                    ? EVERYTHING + "," + deny
                                    : oneIn(2) ? EVERYTHING : statement("Allow", permissions()))
                    .serviceControl(arn("policy/c"));
        }
        if (oneIn(6)) {
            sketch.managed(
                            "g",
                            oneIn(2)
                                    ? statement("Deny", List.of("sts:AssumeRole"))
                                    : "{'Effect':'Deny','Principal':'*','Action':'sts:*','Resource':'*','Condition':"
                                            + "{'ArnLike':{'aws:PrincipalArn':'" + arn("user/*") + "'}}}")
                    .resourceControl(arn("policy/g"));
        }
        environment();
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void policies() {
        sketch.managed("m0", oneIn(3) ? statement("Allow", List.of("*")) : EVERYTHING);
        for (int i = 1; i < 4; i++) {
            String[] versions = new String[1 + (oneIn(3) ? random.nextInt(5) : random.nextInt(2))];
            for (int version = 0; version < versions.length; version++) {
                versions[version] = oneIn(6) ? EVERYTHING : statement(oneIn(8) ? "Deny" : "Allow", permissions());
            }
            sketch.managed("m" + i, versions);
        }
    }

    private void user(String name) {
        holder("user/" + name, sketch.user(name));
        if (oneIn(3)) {
            sketch.member(name, "g" + random.nextInt(2));
        }
        bounded("user/" + name);
        if (!oneIn(3)) {
            sketch.keys(name, random.nextInt(3));
        }
        if (!oneIn(3)) {
            sketch.password(name, oneIn(2));
        }
    }

    private void role(String name) {
        String[] documents = {
            "{'InstanceProfileList':['" + arn("instance-profile/" + name) + "']}", "{'InstanceProfileList':[]}", "{}"
        };
        String document = documents[Math.max(0, random.nextInt(5) - 2)];
        String more = oneIn(10)
                ? ",{'Effect':'Deny','NotPrincipal':{'AWS':['" + arn("user/u1") + "','" + arn("root")
                        + "']},'Action':'sts:AssumeRole'}"
                : "";
        holder("role/" + name, sketch.roleOf(name, document, trust() + more));
        bounded("role/" + name);
    }

    private String trust() {
        String principal = switch (random.nextInt(8)) {
            case 0, 1 -> "{'AWS':'" + arn("root") + "'}";
            case 2 -> "{'AWS':'" + arn("user/u" + random.nextInt(3)) + "'}";
            case 3 -> "{'AWS':['" + arn("role/r" + random.nextInt(4)) + "','" + arn("root") + "']}";
            case 4 -> oneIn(3) ? "{'AWS':'*'}" : "{'Service':'batch.amazonaws.com'}";
            default -> "{'Service':'" + any(services) + "'}";
        };
        String condition = oneIn(6) ? ",'Condition':" + any(TRUST_CONDITIONS) : "";
        return "{'Effect':'" + (oneIn(15) ? "Deny" : "Allow") + "','Principal':" + principal
                + ",'Action':'sts:AssumeRole'" + condition + "}";
    }

    private void holder(String rest, AccountSketch account) {
        List<String> statements = new ArrayList<>();
        if (oneIn(rest.startsWith("role/") ? 3 : 8)) {
            statements.add(EVERYTHING);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            statements.add(statement(oneIn(14) ? "Deny" : "Allow", permissions()));
        }
        if (oneIn(5)) {
            statements.add(wholly());
        }
        account.inline(rest, "own", statements.toArray(String[]::new));
        if (oneIn(3)) {
            sketch.attach(rest, arn("policy/m" + random.nextInt(4)));
        }
        if (oneIn(2)) {
            sketch.tag(rest, "team", oneIn(2) ? "a" : "b");
        }
    }

    private void bounded(String rest) {
        if (oneIn(7)) {
            sketch.bound(rest, arn("policy/m" + random.nextInt(4)));
        }
    }

    private List<String> permissions() {
        List<String> all = new ArrayList<>((oneIn(7) ? any(METHODS) : focus).permissions());
        if (oneIn(6)) {
            all.remove(random.nextInt(all.size()));
        }
        if (oneIn(8)) {
            all.add("iam:Delete"
                    + any(List.of("UserPermissionsBoundary", "RolePermissionsBoundary", "AccessKey", "PolicyVersion")));
        }
        if (oneIn(10) && focus.way() instanceof Way.PassRole way && way.instanceProfile()) {
            all.addAll(List.of("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"));
        }
        if (oneIn(8) || all.isEmpty()) {
            all.add(any(List.of("sts:AssumeRole", "iam:PassRole", "iam:*", "ssm*:*")));
        }
        return all;
    }

    /// All that the method takes, on everything: what else there is decides. Without it the rarer methods would hardly
    /// be found.
    private String wholly() {
        return statement("Allow", "Action", focus.permissions(), "Resource", List.of("*"), oneIn(2));
    }

    private String statement(String effect, List<String> actions) {
        String action = oneIn(20) ? "NotAction" : "Action";
        String resource = oneIn(20) ? "NotResource" : "Resource";
        List<String> resources = !oneIn(3) ? List.of("*") : List.of(resource(), resource());
        return statement(effect, action, actions, resource, resources, oneIn(6));
    }

    private String statement(
            String effect,
            String action,
            List<String> actions,
            String resource,
            List<String> resources,
            boolean conditional) {
        String condition = conditional ? ",'Condition':" + condition() : "";
        return "{'Effect':'" + effect + "','" + action + "':['" + String.join("','", actions) + "'],'" + resource
                + "':['" + String.join("','", resources) + "']" + condition + "}";
    }

    private String condition() {
        return oneIn(4)
                ? "{'StringEquals':{'iam:PassedToService':'" + (oneIn(2) ? any(services) : "batch.amazonaws.com")
                        + "'}}"
                : any(CONDITIONS);
    }

    private String resource() {
        List<String> patterns = Stream.concat(
                        launches().flatMap(it -> it.on().stream()), existing().map(Target::pattern))
                .filter(it -> !it.equals("*"))
                .toList();
        if (!patterns.isEmpty() && !oneIn(4)) {
            String pattern = local(any(patterns)).replaceFirst(":\\*:", ":" + any(PLACES) + ":");
            return pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) + any(PATTERNS) : pattern;
        }
        return any(List.of(
                "*",
                arn("role/*"),
                arn("role/r" + random.nextInt(4)),
                arn("user/*"),
                arn("user/u" + random.nextInt(3)),
                arn("policy/*"),
                arn("policy/m" + random.nextInt(4)),
                arn("instance-profile/dev-*"),
                arn("*/*1"),
                "arn:aws:iam::*:user/${aws:username}",
                arn("role/${aws:PrincipalTag/team}*")));
    }

    private Stream<Launch> launches() {
        return switch (focus.way()) {
            case Way.PassRole way -> way.launches().stream();
            case Way.UseExisting way -> way.launches().stream();
            case Way.StackSet way -> way.launches().stream();
            case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _ -> Stream.empty();
        };
    }

    private Stream<Target> existing() {
        return switch (focus.way()) {
            case Way.PassRole way -> Stream.ofNullable(way.existing());
            case Way.UseExisting way -> Stream.of(way.target());
            case Way.StackSet way -> Stream.ofNullable(way.existing());
            case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _ -> Stream.empty();
        };
    }

    private static String local(String pattern) {
        return pattern.replace("{partition}", "aws").replace("{account}", AccountSketch.ACCOUNT);
    }

    private void environment() {
        if (!oneIn(3)) {
            sketch.runs();
            existing().forEach(target -> {
                for (int i = random.nextInt(4); i > 0; i--) {
                    String arn = local(target.pattern())
                            .replaceFirst("\\*", any(NaiveEscalations.REGIONS))
                            .replace("*", any(NAMES));
                    sketch.runs(arn, runsAs());
                }
            });
        }
        if (!oneIn(3)) {
            sketch.clusters(
                    oneIn(4)
                            ? new String[0]
                            : new String[] {"arn:aws:ecs:eu-west-1:" + AccountSketch.ACCOUNT + ":cluster/c"});
        }
    }

    private String runsAs() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> arn("role/gone");
            case 2 -> arn("instance-profile/r" + random.nextInt(4));
            default -> arn("role/r" + random.nextInt(4));
        };
    }
}
