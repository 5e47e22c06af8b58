package dev.curfew.revocation.leak;

import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.Belonging;
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

    private final Targets targets;

    public Finder(Targets targets) {
        this.targets = targets;
    }

    /// @param among what it may be of: no other source is asked
    /// @param value stays the caller's
    public Whose find(Collection<Credential> among, Secret value) throws InterruptedException {
        return find(List.of(), among, value);
    }

    /// @param sources asked also where none of what it may be of is theirs: some tell by the value alone
    /// @param among as above
    /// @param value as above
    public Whose find(Collection<SourceName> sources, Collection<Credential> among, Secret value)
            throws InterruptedException {
        Map<SourceName, List<Credential>> bySource = among.stream()
                .collect(Collectors.groupingBy(
                        credential -> credential.id().source(), LinkedHashMap::new, Collectors.toList()));
        sources.forEach(source -> bySource.putIfAbsent(source, List.of()));
        Answers answers = new Answers();
        Shape shape = Shape.of(value);
        for (Map.Entry<SourceName, List<Credential>> each : bySource.entrySet()) {
            ask(each.getKey(), each.getValue(), shape, value, answers);
        }
        return answers.whose();
    }

    private void ask(SourceName source, List<Credential> there, Shape shape, Secret value, Answers answers)
            throws InterruptedException {
        Optional<Probe> probe = targets.probe(source);
        if (probe.isEmpty()) {
            noProbe(source, there, answers);
            return;
        }
        List<Credential> candidates = there.stream().filter(shape::mayBe).toList();
        if (candidates.size() > CANDIDATES_MAX) {
            answers.unasked("too-many", source, candidates.size(), CANDIDATES_MAX);
            return;
        }
        try {
            switch (probe.get().whose(value)) {
                case Belonging.To(CredentialId credential) -> answers.found(credential);
                case Belonging.Nameless(String words) -> answers.nameless(source, words);
                case Belonging.Untold _ -> {
                    if (there.isEmpty()) {
                        answers.nowhere("unread", source);
                    }
                    askOfEach(probe.get(), candidates, value, answers);
                }
                case Belonging.Unlike(String words) -> {
                    if (shape.issuer().isEmpty()) {
                        answers.nowhere("unlike", source, words);
                    }
                    askOfEach(probe.get(), candidates, value, answers);
                }
            }
        } catch (SourceException e) {
            answers.unasked("failed", source, String.valueOf(e.getMessage()));
        }
    }

    /// Of a source that has no credentials it is no news where the value is another's.
    private static void noProbe(SourceName source, List<Credential> there, Answers answers) {
        if (there.isEmpty()) {
            answers.nowhere("no-probe", source);
        } else {
            answers.unasked("no-probe", source);
        }
    }

    private static void askOfEach(Probe probe, List<Credential> candidates, Secret value, Answers answers)
            throws InterruptedException {
        for (Credential candidate : candidates) {
            if (probe.belongs(candidate.id(), value)) {
                answers.found(candidate.id());
            }
        }
    }
}
