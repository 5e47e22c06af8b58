package dev.curfew.analysis.graph;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// What a random estate has beyond one account: a second account, both in an organization or in two, control policies
/// over either that this source or another tells, a cluster of EKS whose associations were read or not, and how much of
/// it was read at all.
final class RandomOrganization {
    private static final String HERE = "arn:aws:iam::111122223333:";
    private static final String THERE = "arn:aws:iam::444455556666:";
    private static final String EVERYTHING = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private final Estate aws;
    private final Random random;
    private final Supplier<String> statement;

    private RandomOrganization(Estate aws, Random random, Supplier<String> statement) {
        this.aws = aws;
        this.random = random;
        this.statement = statement;
    }

    /// @param statement makes up what a policy says
    static void addTo(Estate aws, Random random, Supplier<String> statement) {
        RandomOrganization organization = new RandomOrganization(aws, random, statement);
        organization.accounts();
        organization.controls();
        organization.eks();
        organization.reading();
    }

    private void accounts() {
        for (String account : List.of(HERE, THERE)) {
            if (random.nextInt(3) > 0) {
                String root = "o-" + random.nextInt(2);
                aws.and("management")
                        .resource(
                                "aws.account",
                                account + "root",
                                Sensitivity.UNKNOWN,
                                Map.of("curfew:organization", root, "curfew:organization-path", root + "/r-1/"));
            }
        }
        for (int i = 0; i < 2; i++) {
            IdentityId role = aws.identity("aws.role", THERE + "role/t" + i);
            aws.grant(role, aws.aws(role.nativeId() + "#inline/a", statement.get(), elsewhere()));
            aws.trust(role, trust());
        }
    }

    private String elsewhere() {
        return "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'"
                + List.of("*", HERE + "role/r" + random.nextInt(4)).get(random.nextInt(2)) + "'}";
    }

    private String trust() {
        String principal = List.of("*", HERE + "root", HERE + "role/r" + random.nextInt(4), THERE + "root")
                .get(random.nextInt(4));
        String condition = List.of(
                        "",
                        ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-0'}}",
                        ",'Condition':{'StringEquals':{'sts:ExternalId':'x'}}")
                .get(random.nextInt(3));
        return "{'Effect':'Allow','Principal':{'AWS':'" + principal + "'},'Action':'sts:AssumeRole'" + condition + "}";
    }

    private void controls() {
        for (String account : List.of(HERE, THERE)) {
            if (random.nextInt(3) == 0) {
                Estate told = List.of(aws, aws.and("management")).get(random.nextInt(2));
                String source = told == aws ? "aws" : "management";
                GrantRole role = List.of(GrantRole.SERVICE_CONTROL, GrantRole.RESOURCE_CONTROL)
                        .get(random.nextInt(2));
                told.grant(ResourceId.of(source, account + "root"), control(told, source), role, "r-1");
            }
        }
    }

    private PolicyId control(Estate told, String source) {
        String arn = "arn:aws:organizations::999900001111:policy/o-0/p-" + random.nextInt(4);
        return random.nextInt(4) == 0
                ? PolicyId.of(source, arn + "-unread")
                : told.aws(arn, EVERYTHING, statement.get().replace("'Allow'", "'Deny'"));
    }

    private void eks() {
        if (random.nextBoolean()) {
            aws.resource(
                    "aws.eks",
                    "arn:aws:eks:eu-west-1:111122223333:cluster/shop",
                    Sensitivity.UNKNOWN,
                    random.nextBoolean()
                            ? Map.of("oidc-issuer", "https://oidc.example", "pod-identities", "read")
                            : Map.of("oidc-issuer", "https://oidc.example"));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            IdentityId role = IdentityId.of("aws", HERE + "role/r" + random.nextInt(4));
            String arn = "arn:aws:eks:eu-west-1:111122223333:podidentityassociation/shop/a-" + i;
            String account = random.nextInt(5) == 0 ? "" : "s" + random.nextInt(3);
            String issuer = List.of("", "https://oidc.example").get(random.nextInt(2));
            String text = "{'clusterName':'shop','issuer':'" + issuer + "','namespace':'ns','serviceAccount':'"
                    + account + "','roleArn':'" + role.nativeId() + "'}";
            aws.trust(role, "aws.pod-identity", aws.policy("aws.pod-identity", arn, text));
        }
    }

    private void reading() {
        for (String scope : List.of("access-keys", "passwords")) {
            if (random.nextBoolean()) {
                aws.read(scope);
            }
        }
        if (random.nextBoolean()) {
            aws.and("bao").read("policies");
        }
    }
}
