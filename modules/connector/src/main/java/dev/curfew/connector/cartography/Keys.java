package dev.curfew.connector.cartography;

import dev.curfew.connector.aws.facts.CredentialFacts;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Access keys of users.
final class Keys {
    private final SourceName source;
    private final Export export;
    /// The node of a user, by the node of a key.
    private final Map<String, String> users = new HashMap<>();

    Keys(SourceName source, Export export) {
        this.source = source;
        this.export = export;
        export.links(Link.Type.AWS_ACCESS_KEY).forEach(link -> users.put(link.end(), link.start()));
        export.links(Link.Type.OWNED_BY).forEach(link -> users.put(link.start(), link.end()));
    }

    /// @return how many
    int add(FactSet facts) {
        int[] count = {0};
        export.all(Label.KEY)
                .forEach((node, key) -> export.thing(users.getOrDefault(node, ""))
                        .filter(user -> user.label() == Label.USER && !id(key).isEmpty())
                        .ifPresent(user -> {
                            add(facts, key, user);
                            count[0]++;
                        }));
        return count[0];
    }

    private void add(FactSet facts, Thing key, Thing user) {
        Instant created = key.moment("createdate");
        String by = Stream.of(key.text("lastusedservice"), key.text("lastusedregion"))
                .filter(text -> !text.isEmpty() && !text.equals("N/A"))
                .collect(Collectors.joining(" "));
        facts.add(CredentialFacts.accessKey(
                new IdentityId(source, user.arn()),
                user.text("name"),
                id(key),
                !key.text("status").equals("Inactive"),
                created,
                Usages.key(key.moment("lastuseddate"), by, created),
                false));
    }

    private static String id(Thing key) {
        return key.text("accesskeyid").isEmpty() ? key.text("id") : key.text("accesskeyid");
    }
}
