package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where AWS's documentation says otherwise than iam-simulate, and Curfew follows the documentation. Each with its
/// source in `docs/development/conformance.md`, and a test of its own by which Curfew's answer is held.
///
/// @param aboutFields the fields of a case without which there is nothing to contest; none where it is about more
/// @param applies whether a case has what is contested
record Contested(String name, List<String> aboutFields, Predicate<Drawn> applies) {
    private static final List<Contested> ALL = List.of(
            // RCPs guard the resources of some services only.
            new Contested(
                    "RCP_OF_OTHER_SERVICES",
                    List.of("resourceControlPolicies"),
                    drawn -> drawn.has("resourceControlPolicies")
                            && Set.of("sns", "lambda", "iam", "ec2").contains(drawn.service())),

            // An explicit deny stays one where AWS would refuse anyhow.
            new Contested(
                    "DENIED_AND_REFUSED",
                    List.of(),
                    drawn -> drawn.service().equals("iam")
                            && (drawn.resource().contains(":iam::aws:policy/")
                                    || drawn.resource().contains("role/aws-reserved/"))),

            // `${*}`, `${?}` and `${$}` are the characters wherever a variable may stand, not only beside wildcards.
            new Contested(
                    "ESCAPES_WITHOUT_WILDCARDS",
                    List.of(),
                    drawn -> drawn.compares(compared -> compared.operator().contains("equals")
                            && compared.operator().contains("string")
                            && compared.hasValue(value ->
                                    List.of("${*}", "${?}", "${$}").stream().anyMatch(value::contains)))),

            // An address is not one of the other version, and is the same however it is written.
            new Contested(
                    "SINGLE_ADDRESS",
                    List.of(),
                    drawn -> drawn.compares(compared -> compared.operator().contains("ipaddress")
                            && compared.hasValue(value -> !value.contains("/")
                                    && drawn.context(compared.key()).stream()
                                            .anyMatch(given -> given.contains(":") || value.contains(":"))))),

            // Every address of version 4 is in the range of all of them.
            new Contested(
                    "ALL_ADDRESSES",
                    List.of(),
                    drawn -> drawn.compares(compared -> compared.operator().contains("ipaddress")
                            && compared.values().contains("0.0.0.0/0"))),

            // What is given to the session itself, its session policy does not limit.
            new Contested(
                    "SESSION_ITSELF",
                    List.of("sessionPolicy"),
                    drawn -> drawn.has("sessionPolicy")
                            && (drawn.it().path("resourcePolicy").toString().contains(drawn.principal())
                                    || drawn.compares(
                                            compared -> compared.key().equalsIgnoreCase("aws:PrincipalArn")))),

            // A bucket's name is no type of resource: wildcards may stand in it.
            new Contested(
                    "WILDCARDS_IN_A_BUCKET",
                    List.of(),
                    drawn -> drawn.resource().startsWith("arn:aws:s3:::")
                            && drawn.hasResource(value -> !value.startsWith("arn:aws:s3:::") && !value.equals("*"))),

            // A variable may stand anywhere behind the fifth colon, also right behind it.
            new Contested(
                    "VARIABLE_BEHIND_THE_FIFTH_COLON",
                    List.of(),
                    drawn -> drawn.hasResource(value -> value.matches("([^:]*:){5}\\$\\{.*"))),

            // A federated user's session without a policy has nothing of its own.
            new Contested(
                    "FEDERATED_USER_WITHOUT_POLICY",
                    List.of(),
                    drawn -> drawn.principal().contains(":federated-user/") && !drawn.has("sessionPolicy")),

            // What is not equal, or not like, holds for a variable without a value, and so does NotResource.
            new Contested(
                    "VARIABLE_WITHOUT_VALUE",
                    List.of(),
                    drawn -> drawn.compares(compared -> compared.operator().contains("not")
                                    && compared.hasValue(value -> value.contains("${")))
                            || drawn.it().findValues("NotResource").toString().contains("${")),

            // Policies of the old version have no variables.
            new Contested(
                    "OLD_VERSION",
                    List.of(),
                    drawn -> drawn.it().toString().contains("2008-10-17")
                            && drawn.it().toString().contains("${")),

            // Seconds since 1970 and dates are compared as times.
            new Contested(
                    "TIMES_OF_TWO_KINDS",
                    List.of(),
                    drawn -> drawn.compares(compared -> compared.operator().contains("date")
                            && drawn.context(compared.key()).stream()
                                    .anyMatch(given ->
                                            compared.hasValue(value -> given.contains("-") != value.contains("-"))))),

            // "All requests are implicitly denied with the exception of the AWS account root user."
            new Contested("ROOT_USER", List.of(), drawn -> drawn.principal().endsWith(":root")),

            // No control policy binds service-linked roles.
            new Contested(
                    "SERVICE_LINKED_ROLE",
                    List.of("serviceControlPolicies", "resourceControlPolicies"),
                    drawn -> drawn.principal().contains("AWSServiceRoleFor")
                            && (drawn.has("serviceControlPolicies") || drawn.has("resourceControlPolicies"))),

            // SCPs bind users and roles of member accounts.
            new Contested(
                    "SERVICE_AND_SCP",
                    List.of("serviceControlPolicies"),
                    drawn -> (drawn.principal().endsWith(".amazonaws.com")
                                    || drawn.principal().contains(":oidc-provider/"))
                            && drawn.has("serviceControlPolicies")),

            // Naming an account beside a user does not except the whole account.
            new Contested(
                    "ACCOUNT_EXCEPTED",
                    List.of(),
                    drawn -> drawn.it().findValues("NotPrincipal").toString().contains(drawn.account())),

            // A key that is not there is as good as one that holds, with any operator.
            new Contested(
                    "ANY_VALUE_IF_EXISTS",
                    List.of(),
                    drawn -> drawn.compares(compared -> compared.operator().startsWith("foranyvalue:")
                            && compared.operator().endsWith("ifexists")
                            && drawn.context(compared.key()).isEmpty())),

            // A set without values, or with the empty text alone, is null.
            new Contested(
                    "EMPTY_SET",
                    List.of(),
                    drawn ->
                            drawn.compares(compared -> Scene.SEVERAL.stream().anyMatch(compared.key()::equalsIgnoreCase)
                                    && drawn.isGiven(compared.key())
                                    && drawn.context(compared.key()).stream().allMatch(String::isEmpty))),

            // Endpoint policies say whom they are for.
            new Contested(
                    "PRINCIPAL_OF_AN_ENDPOINT",
                    List.of("vpcEndpointPolicies"),
                    drawn -> drawn.it()
                            .path("vpcEndpointPolicies")
                            .findValues("Statement")
                            .toString()
                            .matches(".*Principal\":\\{.*")),

            // A role is assumed by whom it trusts.
            new Contested(
                    "ROLE_WITHOUT_TRUST",
                    List.of(),
                    drawn -> drawn.service().equals("sts")
                            && drawn.resource().contains(":role/")
                            && !drawn.has("resourcePolicy")),

            // What block public access withholds is not allowed, and no statement denies it.
            new Contested(
                    "PUBLIC_BUCKET",
                    List.of("settings"),
                    drawn -> drawn.service().equals("s3") && drawn.has("settings")));

    static Optional<Contested> of(JsonNode disagreement) {
        Drawn drawn = new Drawn(disagreement);
        return ALL.stream().filter(each -> each.applies.test(drawn)).findFirst();
    }

    /// The case without what is contested: both have to agree on it. The same case where that cannot be taken away.
    ObjectNode without(ObjectNode disagreement) {
        return disagreement.deepCopy().without(aboutFields);
    }

    boolean canBeTakenAway() {
        return !aboutFields.isEmpty();
    }
}
