package dev.curfew.revocation.playbook;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A finding that sets a playbook off, with what it may touch for it.
///
/// @param key the same for the same finding about the same thing, whoever looks and however often, and whichever
///     version of the playbook
/// @param credentials that work, by id; never empty
public record Match(Finding finding, EntityId entity, String key, List<Credential> credentials) {
    public Match {
        credentials = List.copyOf(credentials);
        if (credentials.isEmpty()) {
            throw new IllegalArgumentException("nothing to touch");
        }
    }

    /// What of these findings sets it off, in their order.
    public static List<Match> of(Playbook playbook, List<Finding> findings, SnapshotIndex index) {
        List<Match> matches = new ArrayList<>();
        for (Finding finding : findings) {
            EntityId entity = finding.entity();
            if (entity == null || !playbook.trigger().isSetOffBy(finding)) {
                continue;
            }
            List<Credential> touched = credentials(index, entity)
                    .filter(credential -> playbook.scope().covers(index, credential))
                    .sorted(Comparator.comparing(Credential::id))
                    .toList();
            if (!touched.isEmpty()) {
                matches.add(new Match(finding, entity, key(playbook, finding, entity), touched));
            }
        }
        return List.copyOf(matches);
    }

    private static Stream<Credential> credentials(SnapshotIndex index, EntityId entity) {
        return switch (entity) {
            // As its finding says, it works: a revived one is listed as good by its source since the last reading.
            case CredentialId credential -> index.credential(credential).stream();
            case IdentityId identity -> index.credentialsOf(identity).stream().filter(Credential::active);
            case PolicyId _, ResourceId _ -> Stream.empty();
        };
    }

    private static String key(Playbook playbook, Finding finding, EntityId entity) {
        return Sha256.ofJson(Map.of(
                "playbook", playbook.name(),
                "rule", finding.rule().code(),
                "variant", finding.variant(),
                "entity", entity.text()));
    }

    /// What tells this one from an earlier one: new ones set it off again, and fewer do not.
    public List<String> occasions() {
        return finding.occasions();
    }

    /// Whom they prove, or themselves where they stand for nobody.
    public List<String> identities() {
        return credentials.stream()
                .map(credential -> Optional.ofNullable(credential.holder())
                        .map(EntityId.class::cast)
                        .orElse(credential.id())
                        .text())
                .distinct()
                .toList();
    }

    public List<String> ids() {
        return credentials.stream().map(credential -> credential.id().text()).toList();
    }
}
