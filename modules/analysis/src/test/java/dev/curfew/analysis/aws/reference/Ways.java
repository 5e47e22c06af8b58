package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The ways to an allow, each a list of what has to hold. In one account a resource's policy can be enough, by how it
/// names who asks; across accounts both sides have to allow; keys and roles are opened by their own policy alone.
final class Ways {
    private final Query query;
    private final JsonNode given;
    private final List<Layer> layers;
    private final Asker asker;

    Ways(Query query, JsonNode given, List<Layer> layers) {
        this.query = query;
        this.given = given;
        this.layers = layers;
        this.asker = query.asker();
    }

    /// One way.
    ///
    /// @param lacks the layers that would have to allow, and do not
    /// @param by the statements that open it
    private record Way(Set<String> lacks, List<Layer.Applying> by) {}

    /// What an allow lacks by the shortest way; where several are equally short, by the one that the resource's policy
    /// has begun. Nothing: it is allowed.
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        if (new OfAws(query).refuses()) {
            missing.add("resource");
        }
        if (!allLayers("scp")) {
            missing.add("scp");
        }
        if (!allLayers("vpcEndpoint")) {
            missing.add("vpcEndpoint");
        }
        missing.addAll(all().stream()
                .map(Way::lacks)
                .min(Comparator.comparingInt(Set::size))
                .orElseThrow());
        return missing;
    }

    /// The statements of all ways that are open.
    Set<String> opening() {
        Set<String> opening = new TreeSet<>();
        all().stream()
                .filter(way -> way.lacks().isEmpty())
                .forEach(way -> way.by().forEach(it -> opening.add(it.told())));
        return opening;
    }

    private boolean allLayers(String name) {
        return layers.stream().filter(it -> it.name().equals(name)).allMatch(Layer::allows);
    }

    private List<Way> all() {
        List<Layer.Applying> resource = resource(Stream.of(Asker.Name.values()));
        if (!asker.isInAccount()) {
            return List.of(way(resource.isEmpty() ? Set.of("resource") : Set.of(), resource));
        }
        if (!query.owner().isEmpty() && !query.owner().equals(asker.account())) {
            Set<String> lacks = lacking("boundary", "session", "identity");
            if (resource.isEmpty()) {
                lacks.add("resource");
            }
            return List.of(way(lacks, together(resource, allows("identity"))));
        }
        return sameAccount();
    }

    /// "Permissions that are granted … to the ARN of the user or of the session are not limited by an implicit deny in
    /// a session policy or permissions boundary"; to the role's ARN, they are; to everyone, by the session policy.
    private List<Way> sameAccount() {
        List<Way> ways = new ArrayList<>();
        List<Layer.Applying> itself = resource(Stream.of(Asker.Name.ITSELF));
        List<Layer.Applying> everyone = resource(Stream.of(Asker.Name.EVERYONE));
        List<Layer.Applying> source = resource(Stream.of(Asker.Name.SOURCE));
        List<Layer.Applying> account = resource(Stream.of(Asker.Name.ACCOUNT));
        if (!itself.isEmpty()) {
            ways.add(way(Set.of(), itself));
        }
        if (!everyone.isEmpty()) {
            ways.add(way(lacking("session"), everyone));
        }
        if (!source.isEmpty()) {
            ways.add(way(lacking("boundary", "session"), source));
        }
        Set<String> lacks = lacking("boundary", "session", "identity");
        if (isOpenedByResourceOnly() && account.isEmpty()) {
            lacks.add("resource");
        }
        ways.add(way(lacks, together(isOpenedByResourceOnly() ? account : List.of(), allows("identity"))));
        return ways;
    }

    /// "Unless the key policy explicitly allows it, you cannot use IAM policies to allow access to a KMS key"; a role's
    /// trust policy "defines which principals can assume the role".
    private boolean isOpenedByResourceOnly() {
        return (query.service().equals("kms") && query.resourceName().startsWith("key/"))
                || query.action().startsWith("sts:assumerole")
                || (query.service().equals("sts") && query.resourceName().startsWith("role/"));
    }

    private Set<String> lacking(String... names) {
        Set<String> lacking = new TreeSet<>();
        for (String name : names) {
            boolean needed = !name.equals("identity") || !asker.isRoot();
            boolean there = layers.stream().anyMatch(it -> it.name().equals(name));
            // a federated user's session without a policy "has no permissions"
            boolean without = name.equals("session") && asker.isFederatedUser();
            if (needed && (there ? !allLayers(name) : without)) {
                lacking.add(name);
            }
        }
        return lacking;
    }

    private List<Layer.Applying> allows(String name) {
        return layers.stream()
                .filter(it -> it.name().equals(name))
                .flatMap(it -> it.statements().stream())
                .filter(it -> !it.denies())
                .toList();
    }

    /// What the resource's policy gives to who is named so, most direct name first. A condition that demands the
    /// principal's ARN makes a statement for everyone one for the session itself.
    private List<Layer.Applying> resource(Stream<Asker.Name> wanted) {
        if (PublicBucket.isClosed(query, given)) {
            return List.of();
        }
        List<Asker.Name> names = wanted.toList();
        return allows("resource").stream()
                .filter(it -> names.contains(closest(it)))
                .toList();
    }

    private static Asker.Name closest(Layer.Applying statement) {
        Asker.Name closest =
                statement.names().stream().min(Comparator.naturalOrder()).orElseThrow();
        boolean demands = Conditions.demandPrincipalArn(statement.node().path("Condition"));
        return closest == Asker.Name.EVERYONE && demands ? Asker.Name.ITSELF : closest;
    }

    private static Way way(Set<String> lacks, List<Layer.Applying> by) {
        return new Way(lacks, by);
    }

    private static List<Layer.Applying> together(List<Layer.Applying> one, List<Layer.Applying> other) {
        List<Layer.Applying> together = new ArrayList<>(one);
        together.addAll(other);
        return together;
    }
}
