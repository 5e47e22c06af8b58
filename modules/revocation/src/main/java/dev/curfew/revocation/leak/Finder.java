package dev.curfew.revocation.leak;

import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the credentials that a value is the value of. It asks the sources, never all of them about everything: a
/// value is tried on no login that it does not name itself, which would be guessing passwords.
public final class Finder {
    /// Each is a question to its source.
    private static final int CANDIDATES_MAX = 500;

    private static final Messages MESSAGES = Messages.of(Finder.class);

    private final Targets targets;

    public Finder(Targets targets) {
        this.targets = targets;
    }

    /// @param among what it may be of: no other source is asked
    /// @param value stays the caller's
    public Whose find(Collection<Credential> among, Secret value) throws InterruptedException {
        Map<SourceName, List<Credential>> bySource = among.stream()
                .collect(Collectors.groupingBy(
                        credential -> credential.id().source(), LinkedHashMap::new, Collectors.toList()));
        List<CredentialId> found = new ArrayList<>();
        List<String> unasked = new ArrayList<>();
        for (Map.Entry<SourceName, List<Credential>> each : bySource.entrySet()) {
            Optional<Probe> probe = targets.probe(each.getKey());
            if (probe.isEmpty()) {
                unasked.add(MESSAGES.text("no-probe", each.getKey()));
                continue;
            }
            Shape shape = Shape.of(value);
            List<Credential> candidates =
                    each.getValue().stream().filter(shape::mayBe).toList();
            if (candidates.size() > CANDIDATES_MAX) {
                unasked.add(MESSAGES.text("too-many", each.getKey(), candidates.size(), CANDIDATES_MAX));
                continue;
            }
            ask(each.getKey(), probe.get(), candidates, value, found, unasked);
        }
        return new Whose(found, unasked);
    }

    private static void ask(
            SourceName source,
            Probe probe,
            List<Credential> candidates,
            Secret value,
            List<CredentialId> found,
            List<String> unasked)
            throws InterruptedException {
        try {
            Optional<CredentialId> told = probe.whose(value);
            if (told.isPresent()) {
                found.add(told.get());
                return;
            }
            for (Credential candidate : candidates) {
                if (probe.belongs(candidate.id(), value)) {
                    found.add(candidate.id());
                }
            }
        } catch (SourceException e) {
            unasked.add(MESSAGES.text("failed", source, String.valueOf(e.getMessage())));
        }
    }
}
