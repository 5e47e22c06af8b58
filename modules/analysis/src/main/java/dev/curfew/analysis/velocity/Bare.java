package dev.curfew.analysis.velocity;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import java.util.Arrays;
import java.util.List;

/// An identity, a credential or a policy as somebody made it: without its use and where it was read, neither of which
/// is a change
/// of access.
final class Bare {
    private Bare() {}

    static List<Object> of(Fact fact) {
        return switch (fact) {
            case Identity it -> Arrays.asList(it.kind(), it.name(), it.ownership(), it.tags());
            case Credential it ->
                Arrays.asList(
                        it.kind(), it.name(), it.holder(), it.parent(), it.expiry(), it.active(), it.attributes());
            case Policy it -> List.of(it.kind(), it.name(), it.text());
            default -> List.of();
        };
    }
}
