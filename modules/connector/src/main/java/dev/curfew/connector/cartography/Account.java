package dev.curfew.connector.cartography;

import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.Holder;
import dev.curfew.connector.aws.details.PolicyDetail;
import dev.curfew.connector.aws.details.RoleDetail;
import dev.curfew.connector.aws.details.Section;
import dev.curfew.connector.aws.details.UserDetail;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// AWS's principals and policies of an export, as AWS itself lists them.
final class Account {
    private static final Messages MESSAGES = Messages.of(Account.class);
    private static final Pattern MANAGED =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/[\\u0021-\\u007E]{1,2000}");

    private final Export export;
    private final Map<String, List<Thing>> policies = new HashMap<>();
    private final Map<String, List<Thing>> statements = new HashMap<>();
    private final Map<String, Map<String, String>> tags = new HashMap<>();
    private final Map<String, TreeSet<String>> groups = new HashMap<>();
    private final Trusts trusts;

    Account(Export export) {
        this.export = export;
        trusts = new Trusts(export);
        export.links(Link.Type.POLICY)
                .forEach(link -> export.thing(link.end())
                        .ifPresent(it -> policies.computeIfAbsent(link.start(), _ -> new ArrayList<>())
                                .add(it)));
        export.links(Link.Type.STATEMENT)
                .forEach(link -> export.thing(link.end())
                        .ifPresent(it -> statementsOf(link.start()).add(it)));
        export.links(Link.Type.TAGGED)
                .forEach(link -> export.thing(link.end())
                        .filter(it -> it.label() == Label.TAG)
                        .ifPresent(it -> tags.computeIfAbsent(link.start(), _ -> new TreeMap<>())
                                .put(it.text("key"), it.text("value"))));
        export.links(Link.Type.MEMBER_AWS_GROUP).forEach(this::member);
        export.links(Link.Type.MEMBER_OF).forEach(this::member);
    }

    /// By the policy's own id, as Cartography has it.
    private List<Thing> statementsOf(String node) {
        String policy = export.thing(node).map(it -> it.text("id")).orElse("");
        return statements.computeIfAbsent(policy, _ -> new ArrayList<>());
    }

    private void member(Link link) {
        export.thing(link.end())
                .filter(it -> it.label() == Label.GROUP)
                .ifPresent(group -> groups.computeIfAbsent(link.start(), _ -> new TreeSet<>())
                        .add(group.text("name")));
    }

    AccountDetails details() {
        AccountDetails.Builder builder = new AccountDetails.Builder();
        export.all(Label.USER).forEach((id, user) -> {
            if (isPrincipal(user, Section.USERS, builder)) {
                builder.user(new UserDetail(
                        holder(id, user, "userid"),
                        List.copyOf(groups.getOrDefault(id, new TreeSet<>())),
                        null,
                        tags(id)));
            }
        });
        export.all(Label.GROUP).forEach((id, group) -> {
            if (isPrincipal(group, Section.GROUPS, builder)) {
                builder.group(holder(id, group, "groupid"));
            }
        });
        export.all(Label.ROLE).forEach((id, role) -> {
            if (isPrincipal(role, Section.ROLES, builder)) {
                builder.role(new RoleDetail(holder(id, role, "roleid"), trusts.of(id), null, tags(id), null, null));
            }
        });
        export.all(Label.POLICY).values().stream()
                .filter(Account::isManaged)
                .forEach(policy -> builder.policy(managed(policy)));
        List.of(Section.values()).forEach(builder::present);
        return builder.build();
    }

    /// Whether it is known of all trust if there are conditions.
    boolean hasConditions() {
        return trusts.allKept();
    }

    private static boolean isPrincipal(Thing thing, Section section, AccountDetails.Builder builder) {
        if (!thing.isPrincipal()) {
            builder.unreadable(section, MESSAGES.text("principal.unread"));
        }
        return thing.isPrincipal();
    }

    private Map<String, String> tags(String id) {
        return tags.getOrDefault(id, Map.of());
    }

    private Holder holder(String id, Thing thing, String uniqueId) {
        Map<String, Holder.Inline> inline = new TreeMap<>();
        TreeSet<String> attached = new TreeSet<>();
        for (Thing policy : policies.getOrDefault(id, List.of())) {
            if (isManaged(policy)) {
                attached.add(policy.arn());
            } else {
                String name = policy.plain(policy.text("name").isEmpty() ? "id" : "name");
                inline.put(name, new Holder.Inline(name, text(policy)));
            }
        }
        return new Holder(
                thing.arn(),
                thing.text("name"),
                thing.text(uniqueId),
                thing.text("path"),
                thing.moment("createdate"),
                List.copyOf(inline.values()),
                List.copyOf(attached));
    }

    private static boolean isManaged(Thing policy) {
        return !policy.text("type").equals("inline")
                && MANAGED.matcher(policy.arn()).matches();
    }

    private PolicyDetail managed(Thing policy) {
        String arn = policy.arn();
        String name = policy.text("name").isEmpty() ? arn.substring(arn.lastIndexOf('/') + 1) : policy.plain("name");
        return new PolicyDetail(arn, name, "", "", null, null, Map.of(), text(policy), List.of());
    }

    /// In one order, whatever the order of reading.
    private String text(Thing policy) {
        return Documents.policy(statements.getOrDefault(policy.text("id"), List.of()).stream()
                .sorted(Comparator.comparing(it -> it.text("id")))
                .toList());
    }
}
