package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.aws.AccountSketch.ADMINISTRATOR;
import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.trusts;

import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Entry;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The smallest account in which one method works, and knobs that turn off one prerequisite each. The actor is `dev`,
/// the one whose rights are worth having is `adm`.
final class MethodCase {
    static final String HARMLESS = allow(List.of("s3:GetObject"));
    private static final String OTHER_SERVICE = "batch.amazonaws.com";

    final Method<Way> method;
    private List<String> permissions;
    private List<String> more = List.of();
    private String passable = "*";
    private String passCondition = "";
    private boolean trusting = true;
    private boolean administrator = true;
    private boolean profile = true;
    private boolean told = true;
    private boolean there = true;
    private int keys;
    private @Nullable String boundary;
    private @Nullable String targetBoundary;
    private @Nullable String control;

    MethodCase(Method<Way> method) {
        this.method = method;
        this.permissions = method.permissions();
        this.keys = method.way() instanceof Way.Become it && it.entry() == Entry.REPLACED_ACCESS_KEY ? 2 : 0;
    }

    static List<MethodCase> all() {
        return AwsCatalogue.packaged().stream().map(MethodCase::new).toList();
    }

    boolean passesRole() {
        return method.permissions().contains(Way.PASS_ROLE);
    }

    boolean usesWhatIsThere() {
        return switch (method.way()) {
            case Way.UseExisting _ -> true;
            case Way.PassRole way -> way.existing() != null || way.cluster();
            case Way.StackSet way -> way.existing() != null;
            case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _ -> false;
        };
    }

    boolean needsAnAdministrator() {
        return !(method.way() instanceof Way.OwnRights && !method.id().equals("iam-013"))
                && !(method.way() instanceof Way.Raise)
                && !(method.way() instanceof Way.NewRole);
    }

    boolean needsProfile() {
        return method.way() instanceof Way.PassRole way && way.instanceProfile();
    }

    boolean needsRoom() {
        return entry() == Entry.ACCESS_KEY;
    }

    boolean byPassword() {
        return entry() == Entry.NEW_PASSWORD || entry() == Entry.CHANGED_PASSWORD;
    }

    @Nullable
    Entry entry() {
        return switch (method.way()) {
            case Way.Become way -> way.entry();
            case Way.Raise way -> way.entry();
            case Way.OwnRights _, Way.PassRole _, Way.UseExisting _, Way.StackSet _, Way.NewRole _ -> null;
        };
    }

    MethodCase without(String permission) {
        permissions = permissions.stream().filter(it -> !it.equals(permission)).toList();
        return this;
    }

    MethodCase and(String... statements) {
        more = List.of(statements);
        return this;
    }

    MethodCase passing(String resource, String condition) {
        passable = resource;
        passCondition = condition;
        return this;
    }

    MethodCase untrusting() {
        trusting = false;
        return this;
    }

    MethodCase harmlessTarget() {
        administrator = false;
        return this;
    }

    MethodCase withoutProfile() {
        profile = false;
        return this;
    }

    MethodCase untold() {
        told = false;
        return this;
    }

    MethodCase nothingThere() {
        there = false;
        return this;
    }

    MethodCase keys(int count) {
        keys = count;
        return this;
    }

    MethodCase bounded(String statement) {
        boundary = statement;
        return this;
    }

    MethodCase targetBounded(String statement) {
        targetBoundary = statement;
        return this;
    }

    MethodCase controlled(String statement) {
        control = statement;
        return this;
    }

    String actor() {
        return roleOnly() ? "role/dev" : "user/dev";
    }

    private boolean roleOnly() {
        return method.way() instanceof Way.OwnRights way && way.of().equals("role");
    }

    AccountSketch account() {
        AccountSketch account = new AccountSketch();
        List<String> statements = new ArrayList<>(more);
        List<String> rest =
                permissions.stream().filter(it -> !it.equals(Way.PASS_ROLE)).toList();
        if (!rest.isEmpty()) {
            statements.add(allow(rest));
        }
        if (permissions.contains(Way.PASS_ROLE)) {
            statements.add(
                    passCondition.isEmpty()
                            ? allow(List.of(Way.PASS_ROLE), passable)
                            : AccountSketch.allowIf(passCondition, List.of(Way.PASS_ROLE), passable));
        }
        String[] own = statements.toArray(String[]::new);
        if (roleOnly()) {
            account.role("dev", trusts("Service", OTHER_SERVICE), own);
        } else {
            account.user("dev", own);
        }
        target(account);
        if (boundary != null) {
            account.managed("limit", boundary).bound(actor(), arn("policy/limit"));
        }
        if (targetBoundary != null) {
            account.managed("cap", targetBoundary).bound(entersUser() ? "user/adm" : "role/adm", arn("policy/cap"));
        }
        if (control != null) {
            account.managed("control", control).serviceControl(arn("policy/control"));
        }
        return account;
    }

    boolean entersUser() {
        Entry entry = entry();
        return entry != null && entry != Entry.ASSUME && entry != Entry.REWRITTEN_TRUST;
    }

    private void target(AccountSketch account) {
        switch (method.way()) {
            case Way.OwnRights way -> own(account, way);
            case Way.Become way -> somebody(account, way.entry());
            case Way.NewRole _ -> {}
            case Way.Raise way -> {
                administrator = false;
                somebody(account, way.entry());
                account.managed("held", HARMLESS).attach(entersUser() ? "user/adm" : "role/adm", arn("policy/held"));
            }
            case Way.PassRole way -> {
                role(account, way.services());
                exists(account, way.existing(), "");
                if (told && way.cluster()) {
                    account.clusters(
                            there
                                    ? new String[] {"arn:aws:ecs:eu-west-1:" + AccountSketch.ACCOUNT + ":cluster/c"}
                                    : new String[0]);
                }
            }
            case Way.UseExisting way -> {
                role(account, way.services());
                exists(account, way.target(), arn("role/adm"));
            }
            case Way.StackSet way -> {
                account.role("adm", trusts("AWS", arn("role/administration")), administrator ? EVERYTHING : HARMLESS);
                account.role(
                        "administration",
                        trusts("Service", trusting ? way.services().getFirst() : OTHER_SERVICE),
                        allow(List.of("sts:AssumeRole"), arn("role/adm")));
                exists(account, way.existing(), arn("role/adm"));
            }
        }
    }

    private void own(AccountSketch account, Way.OwnRights way) {
        String wider = administrator ? EVERYTHING : HARMLESS;
        switch (way.of()) {
            case "policy" -> account.managed("held", HARMLESS, wider).attach("user/dev", arn("policy/held"));
            case "group" -> {
                account.group("team", way.change().name().equals("JOIN") ? wider : HARMLESS);
                if (!way.change().name().equals("JOIN")) {
                    account.member("dev", "team");
                }
            }
            default -> {}
        }
    }

    private void somebody(AccountSketch account, Entry entry) {
        if (entersUser()) {
            account.user("adm");
            if (told) {
                account.keys("adm", keys).password("adm", (entry == Entry.CHANGED_PASSWORD) == there);
            }
            if (administrator) {
                account.attach("user/adm", ADMINISTRATOR);
            } else {
                account.inline("user/adm", "little", HARMLESS);
            }
        } else {
            boolean letsIn = entry == Entry.ASSUME && trusting;
            account.role(
                    "adm",
                    letsIn ? trusts("AWS", arn("root")) : trusts("Service", OTHER_SERVICE),
                    administrator ? EVERYTHING : HARMLESS);
        }
    }

    private void role(AccountSketch account, List<String> services) {
        String trust = trusts("Service", trusting ? services.getFirst() : OTHER_SERVICE);
        if (profile) {
            account.role("adm", trust, administrator ? EVERYTHING : HARMLESS);
        } else {
            account.roleOf("adm", "{'InstanceProfileList':[]}", trust, administrator ? EVERYTHING : HARMLESS);
        }
    }

    private void exists(AccountSketch account, @Nullable Target target, String role) {
        if (target != null && told) {
            if (there) {
                account.runs(resource(target), role.isEmpty() ? arn("role/other") : role);
            } else {
                account.runs();
            }
        }
    }

    static String resource(Target target) {
        return target.pattern()
                .replace("{partition}", "aws")
                .replace("{account}", AccountSketch.ACCOUNT)
                .replaceFirst("\\*", "eu-west-1")
                .replace("*", "thing");
    }

    @Override
    public String toString() {
        return method.id();
    }
}
