package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills `{{…}}` in a rule's path. A rule whose template has no value is left out, as the server does.
public final class Templates {
    /// What a filled-in value may not hold, unless the policy says otherwise.
    private static final List<String> BLOCKED = List.of("/", "*", "+");

    private final @Nullable VaultEntity entity;
    private final Instant now;

    /// @param entity null for a token that stands for no entity
    public Templates(@Nullable VaultEntity entity, Instant now) {
        this.entity = entity;
        this.now = now;
    }

    /// @throws PolicySyntaxException if braces do not pair
    static void check(String path) throws PolicySyntaxException {
        String[] parts = path.split("\\{\\{", -1);
        boolean balanced = !parts[0].contains("}}");
        for (int i = 1; i < parts.length; i++) {
            balanced &= parts[i].split("}}", -1).length == 2;
        }
        if (!balanced) {
            throw new PolicySyntaxException("path \"" + path + "\": its template braces do not pair");
        }
    }

    /// @param path one that `check` passed
    public Optional<String> fill(String path) {
        if (anyone()) {
            return Optional.of(path);
        }
        String[] parts = path.split("\\{\\{", -1);
        StringBuilder filled = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf("}}");
            Optional<String> value = value(parts[i].substring(0, end).strip()).filter(it -> !isForbidden(it));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(value.get()).append(parts[i].substring(end + 2));
        }
        return Optional.of(filled.toString());
    }

    /// Whether the path asks for something that is not known here; or its value is forbidden: then OpenBao 2.7 refuses
    /// every request of the token, and later ones leave out this path.
    public boolean undecided(String path) {
        if (entity == null || anyone()) {
            return false;
        }
        boolean fromMetadata = path.contains("metadata") || path.contains("identity.entity.aliases.");
        return (fromMetadata && !entity.whole()) || meetsForbidden(path);
    }

    /// A value that is missing comes first: the rule is left out, and what follows is not looked at.
    private boolean meetsForbidden(String path) {
        return inputs(path)
                .map(this::value)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .anyMatch(Templates::isForbidden);
    }

    private static Stream<String> inputs(String path) {
        return Arrays.stream(path.split("\\{\\{", -1))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf("}}")).strip());
    }

    private static boolean isForbidden(String value) {
        return BLOCKED.stream().anyMatch(value::contains);
    }

    private boolean anyone() {
        return VaultEntity.ANYONE.equals(entity);
    }

    private Optional<String> value(String input) {
        if (input.startsWith("time.")) {
            return time(input.substring("time.".length()));
        }
        if (entity == null) {
            return Optional.empty();
        }
        if (input.startsWith("identity.entity.")) {
            return ofEntity(entity, input.substring("identity.entity.".length()));
        }
        return input.startsWith("identity.groups.")
                ? ofGroup(entity, input.substring("identity.groups.".length()))
                : Optional.empty();
    }

    private static Optional<String> ofEntity(VaultEntity entity, String input) {
        if (input.startsWith("aliases.")) {
            String[] selector = input.substring("aliases.".length()).split("\\.", 2);
            return entity.aliases().stream()
                    .filter(alias -> selector.length == 2 && alias.accessor().equals(selector[0]))
                    .findFirst()
                    .flatMap(alias -> ofAlias(alias, selector[1]));
        }
        return switch (input) {
            case "id" -> filled(entity.id());
            case "name" -> filled(entity.name());
            default -> metadata(entity.metadata(), input, "metadata.");
        };
    }

    private static Optional<String> ofAlias(VaultEntity.Alias alias, String input) {
        return switch (input) {
            case "id" -> filled(alias.id());
            case "name" -> filled(alias.name());
            default ->
                metadata(alias.metadata(), input, "metadata.")
                        .or(() -> metadata(alias.customMetadata(), input, "custom_metadata."));
        };
    }

    private static Optional<String> ofGroup(VaultEntity entity, String input) {
        String[] selector = input.split("\\.", 3);
        if (selector.length != 3) {
            return Optional.empty();
        }
        Stream<VaultEntity.Group> named = entity.groups().stream().filter(group -> switch (selector[0]) {
            case "ids" -> group.id().equals(selector[1]);
            case "names" -> group.name().equals(selector[1]);
            default -> false;
        });
        return named.findFirst().flatMap(group -> switch (selector[2]) {
            case "id" -> Optional.of(group.id());
            case "name" -> filled(group.name());
            default -> metadata(group.metadata(), selector[2], "metadata.");
        });
    }

    private Optional<String> time(String input) {
        String[] parts = input.split("\\.", 3);
        if (!parts[0].equals("now") || parts.length == 2) {
            return Optional.empty();
        }
        try {
            Instant at = parts.length == 1
                    ? now
                    : switch (parts[1]) {
                        case "plus" -> now.plus(Times.duration(parts[2]));
                        case "minus" -> now.minus(Times.duration(parts[2]));
                        default -> throw new PolicySyntaxException("neither plus nor minus");
                    };
            return Optional.of(Long.toString(at.getEpochSecond()));
        } catch (PolicySyntaxException e) {
            // the server leaves such a rule out
            return Optional.empty();
        }
    }

    private static Optional<String> metadata(Map<String, String> metadata, String input, String prefix) {
        return input.startsWith(prefix)
                ? Optional.ofNullable(metadata.get(input.substring(prefix.length())))
                : Optional.empty();
    }

    private static Optional<String> filled(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
