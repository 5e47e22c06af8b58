package dev.curfew.connector.sample;

import static dev.curfew.connector.sample.FactSheet.owned;
import static dev.curfew.connector.sample.FactSheet.ownerGone;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.HashMap;
import java.util.Map;

/// What an officer is to find in the sample's cluster. Eight identities.
final class KubernetesStory {
    static final String ROLE_ARN = "eks.amazonaws.com/role-arn";

    private final FactSheet sheet;

    KubernetesStory(FactSheet sheet) {
        this.sheet = sheet;
    }

    void tell() {
        resources();
        migrator();
        buildBot();
        clusterOperator();
        tariffImporter();
        monitoring();
        dashboard();
        agentRuntime();
        backup();
        sheet.refuse(
                "nodes",
                "403 Forbidden: nodes is forbidden: the reader cannot list resource \"nodes\" at the cluster scope");
    }

    private void resources() {
        for (String namespace : new String[] {"migration", "build", "customs", "monitoring", "agents", "kube-system"}) {
            sheet.resource("kubernetes.namespace", "namespace/" + namespace, namespace, Sensitivity.UNKNOWN, Map.of());
        }
        sheet.resource(
                "kubernetes.secret",
                "secrets/migration/ledger-dump",
                "migration/ledger-dump",
                Sensitivity.HIGH,
                Map.of());
        sheet.resource("kubernetes.secret", "secrets/build/registry", "build/registry", Sensitivity.ELEVATED, Map.of());
        sheet.resource(
                "kubernetes.secret",
                "secrets/kube-system/etcd-backup",
                "kube-system/etcd-backup",
                Sensitivity.HIGH,
                Map.of());
    }

    /// The migration ended four years ago. Its account reads every secret of the cluster, and is an AWS role besides.
    private void migrator() {
        IdentityId id =
                account("migration", "db-migrator", ownerGone("datamove"), 1490, 1120, AwsNames.role("db-migrator"));
        PolicyId role = clusterRole("secret-reader", rule("\"\"", "secrets", "get,list,watch"));
        sheet.grant(id, role, "");
        sheet.credential(
                "kubernetes.token-secret",
                "secret/migration/db-migrator-token",
                "db-migrator-token",
                id,
                1490,
                new Expiry.Never(),
                sheet.seen(1120, "kube-apiserver"),
                Map.of("type", "kubernetes.io/service-account-token"));
    }

    private void buildBot() {
        IdentityId id = account("build", "build-bot", owned("platform"), 700, 0, "");
        PolicyId role = role("build", "builder", rule("\"\"", "pods,pods/exec,secrets", "create,get,list,delete"));
        sheet.grant(id, role, "build");
    }

    private void clusterOperator() {
        IdentityId id = account("kube-system", "cluster-operator", owned("platform"), 1000, 0, "");
        PolicyId role = clusterRole("cluster-admin", rule("\"*\"", "*", "*"));
        sheet.grant(id, role, "");
    }

    private void tariffImporter() {
        account("customs", "tariff-importer", owned("customs"), 700, 1, AwsNames.role("tariff-importer"));
    }

    private void monitoring() {
        IdentityId id = account("monitoring", "metrics", owned("platform"), 800, 0, "");
        PolicyId role = clusterRole("metrics-reader", rule("\"\"", "pods,nodes,services", "get,list,watch"));
        sheet.grant(id, role, "");
    }

    private void dashboard() {
        IdentityId id = account("monitoring", "dashboard", new Ownership.Unowned(), 1300, 250, "");
        PolicyId role = clusterRole(
                "binder",
                rule("\"rbac.authorization.k8s.io\"", "clusterrolebindings,clusterroles", "create,bind,escalate"));
        sheet.grant(id, role, "");
    }

    private void agentRuntime() {
        Map<String, String> tags = new HashMap<>(Map.of(
                "curfew:agent", "true",
                "curfew:agent-tools", "run_command,read_file,open_pull_request,read_secret",
                "environment", "production"));
        IdentityId id = sheet.identity(
                "kubernetes.service-account",
                "serviceaccount/agents/coding-agent",
                "agents/coding-agent",
                owned("mobile"),
                90,
                sheet.seen(0, "kube-apiserver"),
                tags);
        PolicyId role = role("agents", "agent-tools", rule("\"\"", "pods,pods/exec", "create,get,list"));
        sheet.grant(id, role, "agents");
    }

    private void backup() {
        IdentityId id = account("kube-system", "etcd-backup", owned("platform"), 640, 0, "");
        PolicyId role = role("kube-system", "backup-secret", rule("\"\"", "secrets", "get"));
        sheet.grant(id, role, "kube-system");
    }

    private IdentityId account(
            String namespace, String name, Ownership owner, int ageDays, int idleDays, String roleArn) {
        Map<String, String> tags = new HashMap<>(Map.of("environment", "production"));
        if (!roleArn.isEmpty()) {
            tags.put(ROLE_ARN, roleArn);
        }
        return sheet.identity(
                "kubernetes.service-account",
                "serviceaccount/" + namespace + "/" + name,
                namespace + "/" + name,
                owner,
                ageDays,
                sheet.seen(idleDays, "kube-apiserver"),
                tags);
    }

    private PolicyId clusterRole(String name, String rules) {
        return sheet.policy("kubernetes.role", "clusterrole/" + name, name, """
            {"kind":"ClusterRole","namespace":"","name":"%s","rules":[%s]}\
            """.formatted(name, rules));
    }

    private PolicyId role(String namespace, String name, String rules) {
        return sheet.policy("kubernetes.role", "role/" + namespace + "/" + name, namespace + "/" + name, """
            {"kind":"Role","namespace":"%s","name":"%s","rules":[%s]}\
            """.formatted(
                        namespace, name, rules));
    }

    static String rule(String quotedGroup, String resources, String verbs) {
        return "{\"apiGroups\":[%s],\"resources\":[\"%s\"],\"verbs\":[\"%s\"]}"
                .formatted(quotedGroup, resources.replace(",", "\",\""), verbs.replace(",", "\",\""));
    }
}
