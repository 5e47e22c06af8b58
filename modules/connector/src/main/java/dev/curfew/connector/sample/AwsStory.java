package dev.curfew.connector.sample;

import static dev.curfew.connector.sample.AwsNames.allow;
import static dev.curfew.connector.sample.FactSheet.owned;
import static dev.curfew.connector.sample.FactSheet.ownerGone;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import java.util.Map;

/// What an officer is to find in the sample's AWS account. Nine identities.
final class AwsStory {
    private static final String CUSTOMERS = AwsNames.bucket("harbourlight-customers");
    private static final String EXPORTS = AwsNames.bucket("harbourlight-vendor-exports");
    private static final String PAYMENTS_KEY = AwsNames.secret("prod/payments/gateway-key");
    private static final String LEDGER_DATABASE = AwsNames.secret("prod/ledger/database");

    private static final String FROM_ITS_OFFICE = "{\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}}";
    private static final String WITH_SECOND_FACTOR = "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}";

    private final FactSheet sheet;

    AwsStory(FactSheet sheet) {
        this.sheet = sheet;
    }

    void tell() {
        resources();
        ciDeployer();
        deployAdministrator();
        supportAgent();
        migratorRole();
        importerWithStandingException();
        auditor();
        vendor();
        breakGlass();
        formerContractor();
    }

    private void resources() {
        sheet.resource(
                "aws.account",
                "arn:aws:iam::" + AwsNames.ACCOUNT + ":root",
                "harbourlight-production",
                Sensitivity.HIGH,
                Map.of("environment", "production"));
        sheet.resource("aws.s3", CUSTOMERS, "harbourlight-customers", Sensitivity.HIGH, Map.of("data", "personal"));
        sheet.resource(
                "aws.s3", EXPORTS, "harbourlight-vendor-exports", Sensitivity.ELEVATED, Map.of("data", "commercial"));
        sheet.resource(
                "aws.secretsmanager",
                PAYMENTS_KEY,
                "prod/payments/gateway-key",
                Sensitivity.HIGH,
                Map.of("environment", "production"));
        sheet.resource(
                "aws.secretsmanager",
                LEDGER_DATABASE,
                "prod/ledger/database",
                Sensitivity.HIGH,
                Map.of("environment", "production"));
    }

    /// The over-privileged CI role: any repository of the organisation becomes it, and it passes an administrator to
    /// Lambda.
    private void ciDeployer() {
        IdentityId role = role(
                "ci-deployer",
                owned("platform"),
                910,
                sheet.seen(0, "lambda"),
                Map.of("team", "platform", "environment", "production"),
                AwsNames.trustAnyRepository("harbourlight"));
        attach(
                role,
                "ci-deploy",
                allow(
                        "Ship|lambda:CreateFunction,lambda:UpdateFunctionCode,lambda:InvokeFunction,iam:PassRole|*",
                        "Artifacts|s3:*|*",
                        "Secrets|secretsmanager:GetSecretValue|" + AwsNames.secret("prod/*")));
        attach(role, "ci-iam", allow("Fixes|iam:AttachRolePolicy,iam:PutRolePolicy,iam:CreatePolicyVersion|*"));
    }

    private void deployAdministrator() {
        IdentityId role = role(
                "deploy-administrator",
                owned("platform"),
                905,
                sheet.seen(2, "cloudformation"),
                Map.of("team", "platform", "environment", "production"),
                AwsNames.trustService("lambda"));
        attach(role, "administrator", allow("Everything|*|*"));
    }

    /// An agent with broad tools and nobody who answers for it.
    private void supportAgent() {
        IdentityId role = role(
                "support-agent",
                new Ownership.Unowned(),
                64,
                sheet.seen(0, "bedrock"),
                Map.of(
                        "curfew:agent", "true",
                        "curfew:agent-tools", "read_customer,refund_payment,send_mail,run_query,update_dns,read_secret",
                        "environment", "production"),
                AwsNames.trustService("bedrock"));
        attach(
                role,
                "support-agent-tools",
                allow(
                        "Customers|s3:GetObject,s3:ListBucket,s3:PutObject|" + CUSTOMERS + "," + CUSTOMERS + "/*",
                        "Refunds|secretsmanager:GetSecretValue|" + PAYMENTS_KEY,
                        "Database|secretsmanager:GetSecretValue|" + LEDGER_DATABASE));
    }

    /// The cloud half of the service account that outlived its migration.
    private void migratorRole() {
        IdentityId role = role(
                "db-migrator",
                ownerGone("datamove"),
                1490,
                sheet.noneSeen(),
                Map.of("team", "datamove", "environment", "production"),
                AwsNames.trustServiceAccount("migration", "db-migrator"));
        attach(
                role,
                "db-migrator",
                allow(
                        "Databases|secretsmanager:GetSecretValue|" + LEDGER_DATABASE,
                        "Dump|s3:PutObject,s3:GetObject|" + CUSTOMERS + "/*"));
    }

    /// An exception for a fortnight, renewed ever since.
    private void importerWithStandingException() {
        IdentityId role = role(
                "tariff-importer",
                owned("customs"),
                700,
                sheet.seen(1, "secretsmanager"),
                Map.of(
                        "team", "customs",
                        "environment", "production",
                        "curfew:exception-renewals", "11",
                        "curfew:exception-until", sheet.inHours(9 * 24).toString()),
                AwsNames.trustServiceAccount("customs", "tariff-importer"));
        attach(
                role,
                "tariff-importer-exception",
                allow("WholeBucket|s3:GetObject,s3:ListBucket|" + CUSTOMERS + "," + CUSTOMERS + "/*"));
    }

    /// As it should be: narrow, owned, short-lived.
    private void auditor() {
        IdentityId role = role(
                "quarterly-audit",
                owned("compliance"),
                300,
                sheet.seen(40, "iam"),
                Map.of("team", "compliance", "environment", "production"),
                AwsNames.trustRole("deploy-administrator"));
        attach(role, "quarterly-audit", allow("Read|iam:Get*,iam:List*|*"));
    }

    /// The vendor's key, four years old, in use every day; customers' addresses it reads from the vendor's office only.
    private void vendor() {
        IdentityId user = user(
                "vendor-shipwell",
                owned("partnerships"),
                1530,
                sheet.seen(0, "s3"),
                Map.of("team", "partnerships", "curfew:vendor", "Shipwell Ltd", "environment", "production"));
        attach(user, "vendor-exports", allow("Exports|s3:GetObject,s3:PutObject,s3:DeleteObject|" + EXPORTS + "/*"));
        attach(
                user,
                "vendor-addresses",
                allow("Addresses|s3:GetObject|" + CUSTOMERS + "/addresses/*|" + FROM_ITS_OFFICE));
        key(user, "AKIASAMPLEVENDOR0001", 1530, sheet.seen(0, "s3 eu-central-1"));
    }

    /// Break-glass, and nobody has broken the glass for more than a year.
    private void breakGlass() {
        IdentityId user = user(
                "breakglass-admin",
                owned("security"),
                820,
                sheet.seen(431, "sts"),
                Map.of(
                        "team", "security",
                        "curfew:break-glass", "true",
                        "curfew:last-drill", sheet.daysAgo(431).toString().substring(0, 10),
                        "curfew:drill-every-days", "90",
                        "environment", "production"));
        attach(user, "breakglass-administrator", allow("Everything|*|*"));
        key(user, "AKIASAMPLEBREAKGLAS1", 820, sheet.seen(431, "sts eu-central-1"));
    }

    private void formerContractor() {
        IdentityId user = user(
                "t.lindqvist",
                ownerGone("T. Lindqvist (contract ended)"),
                1100,
                sheet.noneSeen(),
                Map.of("team", "data", "environment", "production"));
        attach(user, "reports-read", allow("Reports|s3:GetObject|" + EXPORTS + "/reports/*"));
        attach(user, "samples-read", allow("Samples|s3:GetObject|" + CUSTOMERS + "/samples/*|" + WITH_SECOND_FACTOR));
        key(user, "AKIASAMPLECONTRACTR1", 1100, sheet.noneSeen());
    }

    private IdentityId role(
            String name, Ownership owner, int ageDays, Usage usage, Map<String, String> tags, String trust) {
        IdentityId id = sheet.identity("aws.role", AwsNames.role(name), name, owner, ageDays, usage, tags);
        PolicyId document = sheet.policy("aws.trust-policy", AwsNames.role(name) + "#trust", name + " trust", trust);
        sheet.trust(id, "aws.assume-role", document);
        return id;
    }

    private IdentityId user(String name, Ownership owner, int ageDays, Usage usage, Map<String, String> tags) {
        return sheet.identity("aws.user", AwsNames.user(name), name, owner, ageDays, usage, tags);
    }

    private void attach(IdentityId subject, String policyName, String text) {
        sheet.grant(subject, sheet.policy("aws.policy", AwsNames.managedPolicy(policyName), policyName, text));
    }

    private void key(IdentityId user, String keyId, int ageDays, Usage usage) {
        sheet.credential("aws.access-key", keyId, keyId, user, ageDays, new Expiry.Never(), usage, Map.of());
    }
}
