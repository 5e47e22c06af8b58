package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.aws.oracle.Drawn.Compared;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where AWS's documentation says otherwise than iam-simulate, and Curfew follows the documentation. Each with its
/// source in `docs/development/conformance.md`, and a test of its own by which Curfew's answer is held.
///
/// @param applies whether a case has what is contested
/// @param remove takes what is contested out of a case: what is left may be contested for nothing but something else
record Contested(String name, Predicate<Drawn> applies, Consumer<ObjectNode> remove) {
    private static final List<Contested> ALL = List.of(
            // RCPs guard the resources of some services only.
            new Contested(
                    "RCP_OF_OTHER_SERVICES",
                    drawn -> drawn.has("resourceControlPolicies")
                            && Set.of("sns", "lambda", "iam", "ec2").contains(drawn.service()),
                    Without.fields("resourceControlPolicies")),

            // An explicit deny stays one where AWS would refuse anyhow.
            new Contested(
                    "DENIED_AND_REFUSED",
                    drawn -> drawn.service().equals("iam")
                            && (drawn.resource().contains(":iam::aws:policy/")
                                    || drawn.resource().contains("role/aws-reserved/")),
                    Without.replacing(":iam::aws:policy/", ":iam::111122223333:policy/")
                            .andThen(Without.replacing("role/aws-reserved/", "role/reserved/"))),

            // `${*}`, `${?}` and `${$}` are the characters wherever a variable may stand, not only beside wildcards.
            comparing("ESCAPES_WITHOUT_WILDCARDS", (_, compared) -> isEscapedWithoutWildcards(compared)),

            // An address is not one of the other version, and is the same however it is written.
            comparing("SINGLE_ADDRESS", Contested::isSingleAddress),

            // Every address of version 4 is in the range of all of them.
            comparing("ALL_ADDRESSES", (_, compared) -> isAllAddresses(compared)),

            // What is given to the session itself, its session policy does not limit.
            new Contested(
                    "SESSION_ITSELF",
                    drawn -> drawn.has("sessionPolicy")
                            && !drawn.it().path("sessionPolicy").equals(Without.allowing())
                            && (drawn.it().path("resourcePolicy").toString().contains(drawn.principal())
                                    || drawn.compares(compared -> compared.key().equalsIgnoreCase("aws:PrincipalArn"))),
                    drawn -> drawn.set("sessionPolicy", Without.allowing())),

            // A bucket's name is no type of resource: wildcards may stand in it.
            new Contested(
                    "WILDCARDS_IN_A_BUCKET",
                    drawn -> drawn.resource().startsWith("arn:aws:s3:::")
                            && drawn.hasResource(Contested::isBeforeBucket),
                    Without.resources(Contested::isBeforeBucket)),

            // A star that ends a part goes on beyond the colon.
            new Contested(
                    "STAR_BEYOND_A_COLON",
                    drawn -> drawn.hasResource(value -> isBeyondColon(value, drawn.resource())),
                    drawn -> Without.resources(value -> isBeyondColon(value, new Drawn(drawn).resource()))
                            .accept(drawn)),

            // What is completed is excepted by NotResource like what is whole.
            new Contested(
                    "SHORT_ARN_EXCEPTED",
                    drawn -> drawn.it().findValues("NotResource").stream()
                            .flatMap(each -> Drawn.texts(each).stream())
                            .anyMatch(Contested::isShort),
                    Without::shortArnsExcepted),

            // In control policies an ARN that is not whole is what is written.
            new Contested(
                    "SHORT_ARN_IN_A_CONTROL_POLICY",
                    drawn -> Stream.of("serviceControlPolicies", "resourceControlPolicies")
                            .anyMatch(field -> Drawn.hasResource(drawn.it().path(field), Contested::isShort)),
                    Without.fields("serviceControlPolicies", "resourceControlPolicies")),

            // A variable may stand anywhere behind the fifth colon, also right behind it.
            new Contested(
                    "VARIABLE_BEHIND_THE_FIFTH_COLON",
                    drawn -> drawn.hasResource(Contested::isVariableBehindFifthColon),
                    Without.resources(Contested::isVariableBehindFifthColon)),

            // A federated user's session without a policy has nothing of its own.
            new Contested(
                    "FEDERATED_USER_WITHOUT_POLICY",
                    drawn -> drawn.principal().contains(":federated-user/") && !drawn.has("sessionPolicy"),
                    drawn -> drawn.set("sessionPolicy", Without.allowing())),

            // What is not equal, or not like, holds for a variable without a value, and so does NotResource.
            new Contested(
                    "VARIABLE_WITHOUT_VALUE",
                    drawn -> drawn.compares(Contested::isNegatedVariable)
                            || drawn.it().findValues("NotResource").toString().contains("${"),
                    Without.compared((_, compared) -> isNegatedVariable(compared))
                            .andThen(Without::variablesExcepted)),

            // Policies of the old version have no variables.
            new Contested(
                    "OLD_VERSION",
                    drawn -> drawn.it().toString().contains("2008-10-17")
                            && drawn.it().toString().contains("${"),
                    Without.replacing("2008-10-17", "2012-10-17")),

            // Seconds since 1970 and dates are compared as times.
            comparing("TIMES_OF_TWO_KINDS", Contested::isOfTwoKindsOfTimes),

            // "All requests are implicitly denied with the exception of the AWS account root user."
            new Contested(
                    "ROOT_USER",
                    drawn -> drawn.principal().endsWith(":root"),
                    Without.replacing("\"arn:aws:iam::111122223333:root\"", "\"arn:aws:iam::111122223333:user/cy\"")),

            // No control policy binds service-linked roles.
            new Contested(
                    "SERVICE_LINKED_ROLE",
                    drawn -> drawn.principal().contains("AWSServiceRoleFor")
                            && (drawn.has("serviceControlPolicies") || drawn.has("resourceControlPolicies")),
                    Without.fields("serviceControlPolicies", "resourceControlPolicies")),

            // SCPs bind users and roles of member accounts.
            new Contested(
                    "SERVICE_AND_SCP",
                    drawn -> (drawn.principal().endsWith(".amazonaws.com")
                                    || drawn.principal().contains(":oidc-provider/"))
                            && drawn.has("serviceControlPolicies"),
                    Without.fields("serviceControlPolicies")),

            // Naming an account beside a user does not except the whole account.
            new Contested(
                    "ACCOUNT_EXCEPTED",
                    drawn -> drawn.it().findValues("NotPrincipal").stream()
                            .anyMatch(named -> Without.exceptsAccount(named, drawn.account())),
                    Without::accountsExcepted),

            // A key that is not there is as good as one that holds, with any operator.
            comparing("ANY_VALUE_IF_EXISTS", Contested::isAnyIfExistsOfNothing),

            // A set without values, or with the empty text alone, is null.
            comparing("EMPTY_SET", Contested::isOfEmptySet),

            // Endpoint policies say whom they are for.
            new Contested(
                    "PRINCIPAL_OF_AN_ENDPOINT",
                    drawn -> drawn.it()
                            .path("vpcEndpointPolicies")
                            .findValues("Statement")
                            .toString()
                            .matches(".*Principal\":\\{.*"),
                    Without.fields("vpcEndpointPolicies")),

            // A role is assumed by whom it trusts.
            new Contested(
                    "ROLE_WITHOUT_TRUST",
                    drawn -> drawn.service().equals("sts")
                            && drawn.resource().contains(":role/")
                            && !drawn.has("resourcePolicy"),
                    drawn -> drawn.set("resourcePolicy", Without.trusting(drawn))),

            // What block public access withholds is not allowed, and no statement denies it.
            new Contested(
                    "PUBLIC_BUCKET",
                    drawn -> drawn.service().equals("s3") && drawn.has("settings"),
                    Without.fields("settings")));

    /// One that is about conditions.
    private static Contested comparing(String name, BiPredicate<Drawn, Compared> about) {
        return new Contested(
                name, drawn -> drawn.compares(compared -> about.test(drawn, compared)), Without.compared(about));
    }

    private static boolean isEscapedWithoutWildcards(Compared compared) {
        return compared.operator().contains("equals")
                && compared.operator().contains("string")
                && compared.hasValue(
                        value -> List.of("${*}", "${?}", "${$}").stream().anyMatch(value::contains));
    }

    private static boolean isSingleAddress(Drawn drawn, Compared compared) {
        return compared.operator().contains("ipaddress")
                && compared.hasValue(value -> !value.contains("/")
                        && drawn.context(compared.key()).stream()
                                .anyMatch(given -> given.contains(":") || value.contains(":")));
    }

    private static boolean isAllAddresses(Compared compared) {
        return compared.operator().contains("ipaddress") && compared.values().contains("0.0.0.0/0");
    }

    private static boolean isBeforeBucket(String value) {
        return !value.startsWith("arn:aws:s3:::") && !value.equals("*");
    }

    private static boolean isShort(String value) {
        return value.startsWith("arn:") && value.split(":", -1).length < 6;
    }

    /// Whether it matches, and would not if each star stayed in its part.
    private static boolean isBeyondColon(String value, String resource) {
        String[] parts = value.split(":", 6);
        if (parts.length < 6) {
            return false;
        }
        String within = value.replaceAll("\\$\\{[^}]*}", "*");
        return Pattern.matches(regex(within, ".*"), resource) && !Pattern.matches(regex(within, "[^:]*"), resource);
    }

    /// @param last what a star that ends one of the first five parts stands for
    private static String regex(String pattern, String last) {
        StringBuilder regex = new StringBuilder();
        int colons = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            colons += c == ':' ? 1 : 0;
            boolean head = colons < 5;
            boolean ends = c == '*' && pattern.startsWith(":", i + 1);
            regex.append(
                    switch (c) {
                        case '*' -> head ? (ends ? last : "[^:]*") : ".*";
                        case '?' -> head ? "[^:]" : ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return regex.toString();
    }

    private static boolean isVariableBehindFifthColon(String value) {
        return value.matches("([^:]*:){5}\\$\\{.*");
    }

    private static boolean isNegatedVariable(Compared compared) {
        return compared.operator().contains("not") && compared.hasValue(value -> value.contains("${"));
    }

    private static boolean isOfTwoKindsOfTimes(Drawn drawn, Compared compared) {
        return compared.operator().contains("date")
                && drawn.context(compared.key()).stream()
                        .anyMatch(given -> compared.hasValue(value -> given.contains("-") != value.contains("-")));
    }

    private static boolean isAnyIfExistsOfNothing(Drawn drawn, Compared compared) {
        return compared.operator().startsWith("foranyvalue:")
                && compared.operator().endsWith("ifexists")
                && drawn.context(compared.key()).isEmpty();
    }

    private static boolean isOfEmptySet(Drawn drawn, Compared compared) {
        return Scene.SEVERAL.stream().anyMatch(compared.key()::equalsIgnoreCase)
                && drawn.isGiven(compared.key())
                && drawn.context(compared.key()).stream().allMatch(String::isEmpty);
    }

    static Optional<Contested> of(JsonNode disagreement) {
        Drawn drawn = new Drawn(disagreement);
        return ALL.stream().filter(each -> each.applies.test(drawn)).findFirst();
    }

    /// The case without what is contested: it is not contested for the same again.
    ObjectNode without(ObjectNode disagreement) {
        ObjectNode without = disagreement.deepCopy();
        remove.accept(without);
        if (applies.test(new Drawn(without))) {
            throw new AssertionError(name + " is still in " + without);
        }
        return without;
    }
}
