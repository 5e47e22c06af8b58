package dev.curfew.connector.aws.facts;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The resources that policies name exactly: without a wildcard or variable in their ARN. An object in S3 stands for
/// its bucket, because buckets are what people guard and objects are without number.
final class PolicyResources {
    /// Drawn and listed, more would help nobody; the first in order are kept, so that a second reading keeps the same.
    static final int ARNS_MAX = 20_000;

    private static final int ARN_CHARACTERS_MAX = 2048;

    /// IAM's own things are identities and policies here, and STS has none.
    private static final Set<String> NOT_RESOURCES = Set.of("iam", "sts");

    private static final Pattern EXACT =
            Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\\d{0,12}:[\\u0021-\\u007E]+");

    private final TreeSet<String> arns = new TreeSet<>();
    private boolean overflowed;

    /// @param policyText JSON
    void add(String policyText) {
        if (JsonInput.parse(policyText) instanceof Node.Fields policy) {
            Stream.ofNullable(policy.fields().get("Statement"))
                    .flatMap(PolicyResources::each)
                    .flatMap(PolicyResources::resources)
                    .flatMap(arn -> exact(arn).stream())
                    .forEach(this::keep);
        }
    }

    private void keep(String arn) {
        arns.add(arn);
        if (arns.size() > ARNS_MAX) {
            arns.pollLast();
            overflowed = true;
        }
    }

    /// In order.
    List<String> arns() {
        return List.copyOf(arns);
    }

    /// Whether there were more than [#ARNS_MAX].
    boolean overflowed() {
        return overflowed;
    }

    /// AWS lets a list of one be written without its brackets.
    private static Stream<Node> each(Node node) {
        return node instanceof Node.Items items ? items.nodes().stream() : Stream.of(node);
    }

    private static Stream<String> resources(Node statement) {
        return statement instanceof Node.Fields fields
                ? Stream.ofNullable(fields.fields().get("Resource"))
                        .flatMap(PolicyResources::each)
                        .flatMap(node -> node instanceof Node.Text text ? Stream.of(text.value()) : Stream.empty())
                : Stream.empty();
    }

    private static Optional<String> exact(String arn) {
        if (arn.length() > ARN_CHARACTERS_MAX) {
            return Optional.empty();
        }
        String whole = bucketOf(arn).orElse(arn);
        boolean isExact = whole.indexOf('*') < 0 && whole.indexOf('?') < 0 && whole.indexOf('$') < 0;
        return isExact && EXACT.matcher(whole).matches() && !NOT_RESOURCES.contains(service(whole))
                ? Optional.of(whole)
                : Optional.empty();
    }

    private static Optional<String> bucketOf(String arn) {
        int key = arn.indexOf(":s3:::") < 0 ? -1 : arn.indexOf('/');
        return key < 0 ? Optional.empty() : Optional.of(arn.substring(0, key));
    }

    static String service(String arn) {
        return arn.split(":", 4)[2];
    }

    /// What people call it: the last part of the ARN.
    static String name(String arn) {
        return arn.split(":", 6)[5];
    }
}
