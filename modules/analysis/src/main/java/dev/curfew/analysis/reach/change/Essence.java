package dev.curfew.analysis.reach.change;

import dev.curfew.analysis.reach.route.CredentialRoutes;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a fact evaluators look at. Owners, use and provenance are not among it: they change from day to day, and
/// nobody's reach with them.
record Essence(List<@Nullable Object> parts) {

    static Essence of(Fact fact, SnapshotIndex index) {
        return switch (fact) {
            case Identity it -> parts(it.id(), it.kind(), it.name(), it.tags());
            case Credential it ->
                parts(
                        it.id(),
                        it.kind(),
                        it.name(),
                        it.holder(),
                        it.parent(),
                        it.attributes(),
                        CredentialRoutes.works(it, index));
            case Policy it -> parts(it.id(), it.kind(), it.name(), it.text());
            case Grant it -> parts(it.subject(), it.policy(), it.role(), it.scope());
            case Membership it -> parts(it.member(), it.group());
            case Resource it -> parts(it.id(), it.kind(), it.name(), it.sensitivity(), it.tags());
            case Trust it -> parts(it.target(), it.mechanism(), it.document());
        };
    }

    private static Essence parts(@Nullable Object... parts) {
        return new Essence(Arrays.asList(parts));
    }
}
