package dev.curfew.connector.sample;

import static dev.curfew.connector.sample.FactSheet.owned;
import static dev.curfew.connector.sample.FactSheet.ownerGone;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Map;

/// What an officer is to find in the sample's OpenBao. Seven identities.
final class OpenBaoStory {
    private final FactSheet sheet;

    OpenBaoStory(FactSheet sheet) {
        this.sheet = sheet;
    }

    void tell() {
        resources();
        breakGlass();
        ciRunner();
        nightlyBatch();
        tokenIssuer();
        orphan();
        reportAgent();
        auditor();
        sheet.refuse(
                "leases",
                "403 permission denied: LIST sys/leases/lookup needs sudo, which the reader's policy does not give");
    }

    private void resources() {
        path("secret/data/prod/payments", Sensitivity.HIGH);
        path("secret/data/prod/ledger", Sensitivity.HIGH);
        path("secret/data/prod/fleet", Sensitivity.ELEVATED);
        path("secret/data/ci/registry", Sensitivity.ELEVATED);
        path("database/creds/ledger-admin", Sensitivity.HIGH);
        path("auth/token/create", Sensitivity.HIGH);
        path("sys/policies/acl/ci", Sensitivity.HIGH);
    }

    private void path(String path, Sensitivity sensitivity) {
        sheet.resource("openbao.path", "path/" + path, path, sensitivity, Map.of());
    }

    private void breakGlass() {
        PolicyId policy = policy("break-glass", """
            # Emergency access to production secrets. Requested in Curfew, never attached.
            path "secret/data/prod/*" { capabilities = ["read", "update"] }
            path "database/creds/ledger-admin" { capabilities = ["read"] }
            """);
        IdentityId entity = entity(
                "b1a5e0b6-0001-4a6e-9d0c-2c7c5a3f0001",
                "breakglass-secrets",
                owned("security"),
                540,
                204,
                Map.of(
                        "team", "security",
                        "curfew:break-glass", "true",
                        "curfew:last-drill", sheet.daysAgo(204).toString().substring(0, 10),
                        "curfew:drill-every-days", "90"));
        sheet.grant(entity, policy);
    }

    private void ciRunner() {
        PolicyId policy = policy("ci", """
            path "secret/data/ci/*" { capabilities = ["read"] }
            path "secret/data/+/fleet" { capabilities = ["read"] }
            path "auth/token/create" { capabilities = ["update"] }
            """);
        IdentityId role = approle(
                "ci-runner", owned("platform"), 610, 0, Map.of("team", "platform", "environment", "production"));
        sheet.grant(role, policy);
        token(role, "ci-runner", "hmac-sample-0001", 1, new Expiry.At(sheet.inHours(7)), "service");
    }

    /// A periodic orphan that has been renewed since before anybody on the team joined.
    private void nightlyBatch() {
        PolicyId policy = policy("nightly-batch", """
            path "secret/data/prod/*" { capabilities = ["read", "list"] }
            """);
        IdentityId entity = entity(
                "b1a5e0b6-0002-4a6e-9d0c-2c7c5a3f0002",
                "nightly-batch",
                owned("data"),
                1210,
                0,
                Map.of("team", "data", "environment", "production"));
        sheet.grant(entity, policy);
        token(entity, "nightly-batch", "hmac-sample-0002", 1210, new Expiry.Never(), "service");
    }

    private void tokenIssuer() {
        PolicyId policy = policy("token-issuer", """
            path "auth/token/*" { capabilities = ["create", "update", "sudo"] }
            path "sys/policies/acl/*" { capabilities = ["create", "update", "read", "list"] }
            """);
        IdentityId role = approle(
                "platform-bootstrap",
                owned("platform"),
                980,
                12,
                Map.of("team", "platform", "environment", "production"));
        sheet.grant(role, policy);
    }

    private void orphan() {
        PolicyId policy = policy("datamove", """
            path "database/creds/ledger-admin" { capabilities = ["read"] }
            """);
        IdentityId role = approle(
                "datamove", ownerGone("datamove"), 1490, 610, Map.of("team", "datamove", "environment", "production"));
        sheet.grant(role, policy);
    }

    private void reportAgent() {
        PolicyId policy = policy("report-agent", """
            path "secret/data/prod/ledger" { capabilities = ["read"] }
            path "secret/data/prod/payments" { capabilities = ["deny"] }
            """);
        IdentityId role = approle(
                "report-agent",
                owned("data"),
                45,
                0,
                Map.of(
                        "team",
                        "data",
                        "environment",
                        "production",
                        "curfew:agent",
                        "true",
                        "curfew:agent-tools",
                        "run_query"));
        sheet.grant(role, policy);
        token(role, "report-agent", "hmac-sample-0003", 0, new Expiry.At(sheet.inHours(1)), "batch");
    }

    private void auditor() {
        PolicyId policy = policy("audit-read", """
            path "sys/policies/acl/*" { capabilities = ["read", "list"] }
            path "identity/*" { capabilities = ["read", "list"] }
            """);
        IdentityId role = approle(
                "audit-reader", owned("compliance"), 320, 3, Map.of("team", "compliance", "environment", "production"));
        sheet.grant(role, policy);
    }

    private PolicyId policy(String name, String text) {
        return sheet.policy("openbao.acl", "policy/" + name, name, text);
    }

    private IdentityId approle(String name, Ownership owner, int ageDays, int idleDays, Map<String, String> tags) {
        return sheet.identity(
                "openbao.approle",
                "approle/approle/" + name,
                name,
                owner,
                ageDays,
                sheet.seen(idleDays, "login"),
                tags);
    }

    private IdentityId entity(
            String uuid, String name, Ownership owner, int ageDays, int idleDays, Map<String, String> tags) {
        return sheet.identity(
                "openbao.entity", "entity/" + uuid, name, owner, ageDays, sheet.seen(idleDays, "login"), tags);
    }

    private void token(IdentityId holder, String name, String accessor, int ageDays, Expiry expiry, String type) {
        sheet.credential(
                "openbao.token",
                accessor,
                name,
                holder,
                ageDays,
                expiry,
                sheet.seen(0, "login"),
                Map.of("type", type, "orphan", String.valueOf(expiry instanceof Expiry.Never)));
    }
}
