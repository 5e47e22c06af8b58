package dev.curfew.connector.aws.facts;

import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.Arns;
import dev.curfew.connector.aws.details.Holder;
import dev.curfew.connector.aws.details.PolicyDetail;
import dev.curfew.connector.aws.details.RoleDetail;
import dev.curfew.connector.aws.details.Section;
import dev.curfew.connector.aws.details.UserDetail;
import dev.curfew.connector.sheet.OwnerTags;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The facts in an account's authorization details. Pure: the same details give the same facts, in the same order.
public final class AccountFacts {
    private static final OwnerTags OWNER_TAGS = new OwnerTags(
            List.of("owner", "Owner", "team"),
            tag -> Messages.of(AccountFacts.class).text("owner.tag", tag));

    private final SourceName source;
    private final AccountDetails details;
    private final Set<String> own;
    private final FactSet facts;
    private final Map<String, String> groupArns = new HashMap<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> policiesInUse = new HashSet<>();
    private final PolicyResources resources = new PolicyResources();
    private final Gaps gaps = new Gaps();

    private AccountFacts(SourceName source, AccountDetails details, Set<String> own, FactSet facts) {
        this.source = source;
        this.details = details;
        this.own = own;
        this.facts = facts;
    }

    /// @param own ARNs of the identities that Curfew itself reads and acts as
    /// @param facts to add to
    /// @return what the details name and do not hold
    public static Gaps collect(SourceName source, AccountDetails details, Set<String> own, FactSet facts) {
        return new AccountFacts(source, details, own, facts).collect();
    }

    private Gaps collect() {
        details.groups().forEach(group -> groupArns.put(groupKey(group.arn(), group.name()), group.arn()));
        details.users().forEach(this::user);
        details.groups().forEach(this::group);
        details.roles().forEach(this::role);
        details.policies().stream().filter(this::isWorthKeeping).forEach(this::managedPolicy);
        details.policies().forEach(policy -> policiesInUse.remove(policy.arn()));
        gaps.unreadPolicies(policiesInUse.size());
        resources.arns().forEach(this::policyResource);
        gaps.resources(resources.arns().size(), resources.overflowed());
        return gaps;
    }

    private void user(UserDetail user) {
        identity(user.holder(), "aws.user", Section.USERS, Usages.user(), user.tags(), Documents.user(user));
        user.groups().forEach(group -> membership(user.holder(), group));
        boundary(user.holder(), user.boundary(), Section.USERS);
    }

    private void group(Holder group) {
        identity(group, "aws.group", Section.GROUPS, Usages.group(), Map.of(), Documents.group(group));
    }

    private void role(RoleDetail role) {
        Holder holder = role.holder();
        identity(holder, "aws.role", Section.ROLES, Usages.role(role.lastUsed()), role.tags(), Documents.role(role));
        boundary(holder, role.boundary(), Section.ROLES);
        PolicyId trust = NativeNames.trust(source, holder);
        String document = Documents.of("Arn", holder.arn());
        Provenance provenance = provenance(Section.ROLES, "AssumeRolePolicyDocument", document);
        facts.add(new Policy(trust, "aws.trust-policy", holder.name(), role.trust(), provenance));
        facts.add(new Trust(NativeNames.identity(source, holder), "aws.assume-role", trust, provenance));
    }

    private void identity(
            Holder holder, String kind, Section section, Usage usage, Map<String, String> tags, String document) {
        IdentityId id = NativeNames.identity(source, holder);
        Map<String, String> marked = new TreeMap<>(tags);
        boolean isOwn = own.contains(holder.arn());
        if (isOwn) {
            marked.put(OwnMark.KEY, OwnMark.VALUE);
        }
        Ownership owner = OWNER_TAGS.of(tags);
        Provenance provenance = provenance(section, section.element(), document);
        facts.add(new Identity(
                id, kind, holder.name(), owner, holder.createdAt(), isOwn ? Usages.own() : usage, marked, provenance));
        holder.inline().forEach(policy -> inlinePolicy(holder, policy, section));
        holder.attached().forEach(policy -> grant(holder, policy, GrantRole.IDENTITY, section));
        account(holder.arn());
    }

    private void inlinePolicy(Holder holder, Holder.Inline policy, Section section) {
        PolicyId id = NativeNames.inline(source, holder, policy.name());
        Provenance provenance = provenance(section, "inline policy", Documents.inlinePolicy(holder, policy.name()));
        facts.add(new Policy(id, "aws.policy", policy.name(), policy.text(), provenance));
        facts.add(new Grant(NativeNames.identity(source, holder), id, GrantRole.IDENTITY, "", provenance));
        resources.add(policy.text());
    }

    private void boundary(Holder holder, @Nullable String policy, Section section) {
        if (policy != null) {
            grant(holder, policy, GrantRole.BOUNDARY, section);
        }
    }

    private void grant(Holder holder, String policy, GrantRole role, Section section) {
        policiesInUse.add(policy);
        String origin = role == GrantRole.BOUNDARY ? "PermissionsBoundary" : "AttachedManagedPolicies";
        Provenance provenance = provenance(section, origin, Documents.of("Arn", holder.arn(), "PolicyArn", policy));
        facts.add(new Grant(NativeNames.identity(source, holder), new PolicyId(source, policy), role, "", provenance));
    }

    private void membership(Holder user, String group) {
        String arn = groupArns.get(groupKey(user.arn(), group));
        if (arn == null) {
            gaps.unreadGroup();
            return;
        }
        Provenance provenance =
                provenance(Section.USERS, "GroupList", Documents.of("Arn", user.arn(), "GroupName", group));
        facts.add(new Membership(NativeNames.identity(source, user), new IdentityId(source, arn), provenance));
    }

    /// AWS's own policies are there by the hundred, and those that nobody has grant nothing.
    private boolean isWorthKeeping(PolicyDetail policy) {
        return !policy.isAwsManaged() || policiesInUse.contains(policy.arn());
    }

    private void managedPolicy(PolicyDetail policy) {
        PolicyId id = new PolicyId(source, policy.arn());
        Provenance provenance =
                provenance(Section.POLICIES, Section.POLICIES.element(), Documents.managedPolicy(policy));
        facts.add(new Policy(id, "aws.policy", policy.name(), policy.text(), provenance));
        resources.add(policy.text());
        for (PolicyDetail.Version version : policy.others()) {
            PolicyId other = NativeNames.version(source, policy.arn(), version.id());
            String document = Documents.of("Arn", policy.arn(), "VersionId", version.id());
            Provenance versions = provenance(Section.POLICIES, "PolicyVersionList", document);
            facts.add(new Policy(other, "aws.policy-version", policy.name(), version.text(), versions));
        }
    }

    private void account(String arn) {
        String account = Arns.account(arn);
        if (accounts.add(account)) {
            facts.add(account(source, account, Arns.accountNumber(arn)));
        }
    }

    /// @param arn `arn:aws:iam::111122223333:root`
    public static Resource account(SourceName source, String arn, String number) {
        Provenance provenance = new Provenance(Scopes.ACCOUNT, Provenance.NAMED_BY_ARN, Documents.of("Arn", arn));
        return new Resource(
                new ResourceId(source, arn), "aws.account", number, Sensitivity.UNKNOWN, Map.of(), provenance);
    }

    private void policyResource(String arn) {
        Provenance provenance =
                new Provenance(Scopes.POLICY_RESOURCES, Provenance.NAMED_BY_POLICY, Documents.of("Arn", arn));
        facts.add(new Resource(
                new ResourceId(source, arn),
                "aws." + PolicyResources.service(arn),
                PolicyResources.name(arn),
                Sensitivity.UNKNOWN,
                Map.of(),
                provenance));
    }

    /// A group's name is unique within its account.
    private static String groupKey(String arn, String name) {
        return Arns.account(arn) + "/" + name;
    }

    private static Provenance provenance(Section section, String origin, String document) {
        return new Provenance(section.scope(), origin, document);
    }
}
