package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.ResourceSettings;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.reach.route.Spare;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Resources of AWS's, without the accounts.
final class AwsThings {
    /// Tag: twelve digits, where the ARN does not say whose it is.
    private static final String OWNER = "curfew:account";

    /// Tag of a bucket: S3 block public access restricts a public policy of it.
    private static final String RESTRICTED = "curfew:restrict-public-buckets";

    private final List<Resource> all = new ArrayList<>();
    private final TreeMap<String, List<Resource>> byArn = new TreeMap<>();
    private final Spare<Compiled.Document, List<Resource>> candidates = new Spare<>();

    /// @param resources those of other providers are left out
    AwsThings(Collection<Resource> resources) {
        for (Resource resource : resources) {
            if (isThing(resource)) {
                all.add(resource);
                byArn.computeIfAbsent(resource.id().nativeId(), _ -> new ArrayList<>())
                        .add(resource);
            }
        }
    }

    private static boolean isThing(Resource resource) {
        return resource.kind().startsWith(AwsEstate.KINDS) && !resource.kind().equals("aws.account");
    }

    List<Resource> all() {
        return all;
    }

    /// Whatever the sources call by this ARN: the account that owns a thing is not the only one that names it.
    List<Resource> named(String arn) {
        return byArn.getOrDefault(arn, List.of());
    }

    /// The account that owns it; empty where nothing says so.
    String owner(String arn) {
        String account = Arn.account(arn);
        return account.isEmpty()
                ? named(arn).stream()
                        .flatMap(it -> Stream.ofNullable(it.tags().get(OWNER)))
                        .findFirst()
                        .orElse("")
                : account;
    }

    ResourceSettings settings(String arn) {
        boolean restricted = named(arn).stream()
                .anyMatch(it -> it.tags().getOrDefault(RESTRICTED, "").equals("true"));
        return restricted ? new ResourceSettings(true, List.of()) : ResourceSettings.NONE;
    }

    /// Those that its allowing statements could be about.
    List<Resource> candidates(Compiled.Document document) {
        PolicyDocument readable = document.readable();
        return readable == null ? List.of() : candidates.map().computeIfAbsent(document, _ -> find(readable));
    }

    private List<Resource> find(PolicyDocument document) {
        Map<ResourceId, Resource> found = new LinkedHashMap<>();
        for (Statement statement : document.statements()) {
            List<TextPattern> patterns = statement.resources();
            if (!statement.allows() || patterns == null) {
                continue;
            }
            if (statement.notResources()) {
                return List.copyOf(all);
            }
            patterns.forEach(pattern -> add(pattern, found));
        }
        return List.copyOf(found.values());
    }

    /// Those whose ARN it could match, and the one that this is inside of: an object's bucket.
    private void add(TextPattern pattern, Map<ResourceId, Resource> found) {
        String start = pattern.literalStart();
        if (pattern.isLiteral()) {
            addAll(byArn.getOrDefault(start, List.of()), found);
        } else {
            addFrom(start, found);
        }
        int slash = start.indexOf('/');
        if (slash > 0) {
            addAll(byArn.getOrDefault(start.substring(0, slash), List.of()), found);
        }
    }

    /// By their ids: to hash all of a resource would cost more than what is asked about it.
    private static void addAll(List<Resource> some, Map<ResourceId, Resource> found) {
        some.forEach(it -> found.put(it.id(), it));
    }

    private void addFrom(String start, Map<ResourceId, Resource> found) {
        // no stream: that of a part of a tree map counts all of the part before it begins
        for (Map.Entry<String, List<Resource>> each : byArn.tailMap(start, true).entrySet()) {
            if (!each.getKey().startsWith(start)) {
                break;
            }
            addAll(each.getValue(), found);
        }
    }
}
