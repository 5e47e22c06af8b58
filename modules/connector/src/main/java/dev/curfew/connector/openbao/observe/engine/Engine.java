package dev.curfew.connector.openbao.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What kinds of secrets engine hold, and where: the list that names the things, the paths by which one is used, and
/// what is said of one where the list names it.
///
/// <https://openbao.org/api-docs/secret/>, <https://developer.hashicorp.com/vault/api-docs/secret/aws>
///
/// @param list below the mount
/// @param uses below the mount; the thing's name follows
/// @param kept of what is said of a thing, never a value; empty: it is not asked
/// @param config below the mount, of what holds for all of it; empty: it is not asked
/// @param configured what of that is kept
/// @param prefix of the tags that it becomes
record Engine(
        String list, List<String> uses, List<String> kept, String config, List<String> configured, String prefix) {
    private static final Engine KV = named("", "");
    private static final Engine KV_VERSIONED =
            named("metadata/", "data/").keeping("created_time", "updated_time", "current_version", "custom_metadata");

    /// What it runs in the database is left out: it may hold anything.
    private static final Engine DATABASE =
            named("roles/", "creds/").keeping("credential_type", "db_name", "default_ttl", "max_ttl");

    private static final Engine DATABASE_STATIC = named("static-roles/", "static-creds/")
            .keeping("credential_type", "db_name", "rotation_period", "username");

    private static final Engine KUBERNETES = named("roles/", "creds/")
            .keeping(
                    "allowed_kubernetes_namespaces",
                    "kubernetes_role_name",
                    "kubernetes_role_type",
                    "service_account_name",
                    "token_default_ttl",
                    "token_max_ttl")
            .with("config", "", "kubernetes_host");

    private static final Engine PKI = named("roles/", "issue/")
            .keeping(
                    "allow_any_name",
                    "allow_subdomains",
                    "allowed_domains",
                    "client_flag",
                    "code_signing_flag",
                    "generate_lease",
                    "max_ttl",
                    "no_store",
                    "server_flag",
                    "ttl");

    private static final Engine SSH = named("roles/", "sign/").keeping("allowed_users", "default_user", "key_type");

    private static final Engine TRANSIT = named("keys/", "decrypt/")
            .keeping("allow_plaintext_backup", "deletion_allowed", "exportable", "latest_version", "type");

    /// The policy that a role gives inline is left out: who reads its path is asked about, not what AWS would say.
    private static final Engine AWS = new Engine("roles/", List.of("creds/", "sts/"), List.of(), "", List.of(), "")
            .keeping("credential_type", "default_sts_ttl", "max_sts_ttl", "policy_arns", "role_arns")
            .with("config/root", "aws-", "access_key");

    private static final Engine RABBITMQ = named("roles/", "creds/");
    private static final Engine TOTP = named("keys/", "code/");

    Engine {
        uses = List.copyOf(uses);
        kept = List.copyOf(kept);
        configured = List.copyOf(configured);
    }

    /// Empty for kinds that this table does not know, and for those whose things are nobody's to list (`cubbyhole`).
    static List<Engine> of(JsonNode mount) {
        return switch (mount.path("type").asText()) {
            case "kv" -> List.of(mount.path("options").path("version").asText().equals("2") ? KV_VERSIONED : KV);
            case "database" -> List.of(DATABASE, DATABASE_STATIC);
            case "kubernetes" -> List.of(KUBERNETES);
            case "rabbitmq" -> List.of(RABBITMQ);
            case "pki" -> List.of(PKI);
            case "ssh" -> List.of(SSH);
            case "transit" -> List.of(TRANSIT);
            case "totp" -> List.of(TOTP);
            case "aws" -> List.of(AWS);
            default -> List.of();
        };
    }

    private static Engine named(String list, String use) {
        return new Engine(list, List.of(use), List.of(), "", List.of(), "");
    }

    private Engine keeping(String... fields) {
        return new Engine(list, uses, List.of(fields), config, configured, prefix);
    }

    private Engine with(String path, String before, String... fields) {
        return new Engine(list, uses, kept, path, List.of(fields), before);
    }

    boolean namesDatabases() {
        return kept.contains("db_name");
    }
}
