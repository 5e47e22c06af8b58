package dev.curfew.connector.kubernetes.observe;

import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.observe.access.AccountScope;
import dev.curfew.connector.kubernetes.observe.access.BindingScope;
import dev.curfew.connector.kubernetes.observe.access.CertificateScope;
import dev.curfew.connector.kubernetes.observe.access.RoleScope;
import dev.curfew.connector.kubernetes.observe.secret.SecretScope;
import dev.curfew.connector.kubernetes.observe.workload.NamespaceScope;
import dev.curfew.connector.kubernetes.observe.workload.WebhookScope;
import dev.curfew.connector.kubernetes.observe.workload.WorkloadScope;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a cluster lists, wherever the lists come from.
public final class ClusterScopes {
    private ClusterScopes() {}

    /// In the order of the coverage.
    public static List<ListScope> lists(Accounts accounts, OwnUsers own, SecretScope secrets) {
        Set<String> told = new HashSet<>();
        List<ListScope> lists = new ArrayList<>(List.of(
                new NamespaceScope(),
                new AccountScope(accounts, own),
                secrets,
                new RoleScope("roles"),
                new RoleScope("clusterroles"),
                new BindingScope("rolebindings", own, told),
                new BindingScope("clusterrolebindings", own, told),
                new CertificateScope(own, told)));
        lists.addAll(WorkloadScope.all());
        lists.add(new WebhookScope("mutating"));
        lists.add(new WebhookScope("validating"));
        return lists;
    }
}
