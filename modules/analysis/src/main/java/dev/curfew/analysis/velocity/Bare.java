package dev.curfew.analysis.velocity;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An identity, a credential or a policy as somebody made it: without its use and where it was read, neither of which
/// is a change of access.
final class Bare {
    /// How often something is used now, or may be yet: use, in words of the kind.
    private static final Set<String> USE = Set.of("sessions", "offline-sessions", "clients", "num-uses");

    private Bare() {}

    static List<Object> of(Fact fact) {
        return switch (fact) {
            case Identity it -> Arrays.asList(it.kind(), it.name(), it.ownership(), unused(it.tags()));
            case Credential it ->
                Arrays.asList(
                        it.kind(),
                        it.name(),
                        it.holder(),
                        it.parent(),
                        it.expiry(),
                        it.active(),
                        unused(it.attributes()));
            case Policy it -> List.of(it.kind(), it.name(), it.text());
            default -> List.of();
        };
    }

    private static Map<String, String> unused(Map<String, String> words) {
        Map<String, String> left = new HashMap<>(words);
        left.keySet().removeAll(USE);
        return left;
    }
}
