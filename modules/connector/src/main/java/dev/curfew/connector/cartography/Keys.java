package dev.curfew.connector.cartography;

import dev.curfew.connector.aws.facts.CredentialFacts;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.facts.Scopes;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Access keys of users.
final class Keys {
    private static final Messages MESSAGES = Messages.of(Keys.class);

    /// IAM, `AccessKey`: 16 to 128 word characters.
    private static final Pattern ID = Pattern.compile("\\w{16,128}");

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

    Coverage add(FactSet facts, Instant at) {
        int[] count = {0};
        int[] unread = {0};
        export.all(Label.KEY)
                .forEach((node, key) -> export.thing(users.getOrDefault(node, ""))
                        .filter(user -> user.label() == Label.USER && !id(key).isEmpty())
                        .ifPresent(user -> {
                            if (user.isPrincipal() && ID.matcher(id(key)).matches()) {
                                add(facts, key, user);
                                count[0]++;
                            } else {
                                unread[0]++;
                            }
                        }));
        return unread[0] == 0
                ? new Coverage(source, Scopes.ACCESS_KEYS, CoverageState.READ, "", count[0], at)
                : new Coverage(
                        source,
                        Scopes.ACCESS_KEYS,
                        CoverageState.PARTIAL,
                        MESSAGES.text("key.unread", unread[0]),
                        count[0],
                        at);
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
