package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A user, role or group of an account.
public final class Actor {
    private static final int PARTS = 6;
    private static final int ACCOUNT_PART = 4;

    /// What every request tells of its principal begins so, in lower case.
    private static final List<String> ABOUT_PRINCIPAL = List.of("aws:principal", "aws:username");

    private final Identity identity;
    private final String account;
    private final String partition;
    private final Rights rights;
    private final List<Actor> groups;
    private final @Nullable IndexedPolicy trust;
    private final Optional<List<String>> instanceProfiles;
    private final Map<String, String> tags;
    private final Requests requests;
    private final Principal.InAccount principal;
    private final boolean user;
    private final boolean role;

    /// @param trust null: no role
    /// @param instanceProfiles ARNs; empty: not told
    /// @param setting what everybody's requests tell
    Actor(
            Identity identity,
            Rights rights,
            List<Actor> groups,
            @Nullable IndexedPolicy trust,
            Optional<List<String>> instanceProfiles,
            RequestSetting setting) {
        String[] parts = identity.id().nativeId().split(":", PARTS);
        this.identity = identity;
        this.principal = new Principal.InAccount(identity.id().nativeId());
        this.user = identity.kind().equals("aws.user");
        this.role = identity.kind().equals("aws.role");
        this.partition = parts[1];
        this.account = parts[ACCOUNT_PART];
        this.rights = rights;
        this.groups = List.copyOf(groups);
        this.trust = trust;
        this.instanceProfiles = instanceProfiles.map(List::copyOf);
        this.tags = IamTags.of(identity);
        this.requests = new Requests(identity, setting);
    }

    /// A role that this actor could make: without rights, without a boundary, in the same account.
    public Actor madeRole(String arn) {
        Identity made = new Identity(
                new IdentityId(identity.source(), arn),
                "aws.role",
                arn.substring(arn.lastIndexOf('/') + 1),
                identity.ownership(),
                null,
                identity.usage(),
                Map.of(),
                identity.provenance());
        Rights none = new Rights(List.of(), null, rights.serviceControl(), rights.resourceControl());
        return new Actor(made, none, List.of(), null, Optional.empty(), requests.setting());
    }

    public Identity identity() {
        return identity;
    }

    public String arn() {
        return identity.id().nativeId();
    }

    public String account() {
        return account;
    }

    public boolean isUser() {
        return user;
    }

    public boolean isRole() {
        return role;
    }

    public boolean isGroup() {
        return identity.kind().equals("aws.group");
    }

    /// Roles that AWS services and IAM Identity Center own can be neither changed nor handed on.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html>
    public boolean isProtected() {
        return isServiceLinked() || arn().contains(":role/aws-reserved/");
    }

    public boolean isServiceLinked() {
        return isServiceLinked(identity);
    }

    static boolean isServiceLinked(Identity identity) {
        return identity.id().nativeId().contains(":role/aws-service-role/");
    }

    public Rights rights() {
        return rights;
    }

    public List<Actor> groups() {
        return groups;
    }

    public @Nullable IndexedPolicy trust() {
        return trust;
    }

    public Optional<List<String>> instanceProfiles() {
        return instanceProfiles;
    }

    public Principal.InAccount principal() {
        return principal;
    }

    /// Of a request of this principal, about nothing in particular in its account.
    public RequestContext context() {
        return requests.context();
    }

    /// Of a request of this principal, about something that may be in another account.
    public RequestContext anywhere() {
        return requests.anywhere();
    }

    /// Of a request of which nobody knows who makes it.
    public RequestContext anybodys() {
        return requests.setting().anybodys();
    }

    /// Whether a key of a request is told by who makes it.
    ///
    /// @param key in lower case
    public static boolean isOfPrincipal(String key) {
        return ABOUT_PRINCIPAL.stream().anyMatch(key::startsWith);
    }

    /// Of a request with further keys, about something in its account.
    public RequestContext context(Map<String, List<String>> more) {
        return requests.about(here(), more, Set.of());
    }

    /// Of a request with further keys, about something that may be in another account.
    public RequestContext anywhere(Map<String, List<String>> more) {
        return requests.about(Map.of(), more, Set.of());
    }

    /// Of a request with further keys, about a user, role or group.
    ///
    /// @param complete beginnings of keys, besides the principal's own, that are all told
    public RequestContext about(Actor target, Map<String, List<String>> more, Set<String> complete) {
        return requests.about(target.here(), more, complete);
    }

    /// What requests about something of its account tell of that: its organization, where it is known.
    public Map<String, List<String>> here() {
        return requests.here();
    }

    public Map<String, String> tags() {
        return tags;
    }

    /// The ARN of the policy that is its boundary; empty: none.
    public Optional<String> boundary() {
        return rights.boundary().map(Rights.Held::managed).map(ManagedPolicy::arn);
    }

    /// A pattern of the catalogue for this actor's account.
    public String local(String pattern) {
        return pattern.replace("{partition}", partition).replace("{account}", account);
    }

    /// The names that trust policies of this actor's account may have for services.
    public List<String> local(List<String> services) {
        return Principal.Service.local(services, partition);
    }

    /// The ARN of something of IAM in this actor's account.
    public String iam(String rest) {
        return "arn:" + partition + ":iam::" + account + ":" + rest;
    }

    @Override
    public String toString() {
        return identity.id().text();
    }
}
