package dev.curfew.connector.folder;

import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.folder.agent.Agent;
import dev.curfew.connector.folder.agent.AgentFile;
import dev.curfew.connector.folder.agent.CodeOwners;
import dev.curfew.connector.folder.agent.Given;
import dev.curfew.connector.folder.fact.SecretBook;
import dev.curfew.connector.folder.walk.Document;
import dev.curfew.connector.folder.walk.Walk;
import dev.curfew.connector.folder.x509.BinaryFile;
import dev.curfew.connector.folder.x509.Found;
import dev.curfew.connector.folder.x509.FoundKey;
import dev.curfew.connector.folder.x509.PemFile;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is read of a folder, file by file.
final class FolderReading implements Walk.Use {
    private static final Messages MESSAGES = Messages.of(FolderReading.class);

    private final Passwords passwords;
    private final PemFile pem;
    private final AgentFile agentFile;
    private final SecretBook secrets;
    private final Found found = new Found();
    private final List<Agent> agents = new ArrayList<>();
    private final List<String> agentProblems = new ArrayList<>();
    private final Map<Integer, CodeOwners> owners = new TreeMap<>();
    private int binaries;

    FolderReading(Fingerprint fingerprint, Passwords passwords) {
        this.passwords = passwords;
        pem = new PemFile(fingerprint);
        agentFile = new AgentFile(fingerprint);
        secrets = new SecretBook(fingerprint);
    }

    @Override
    public void document(Document document) {
        Optional<Found> binary = BinaryFile.read(document.path(), document.bytes(), passwords.each());
        if (binary.isPresent()) {
            keep(document, binary.get());
        } else if (document.isBinary()) {
            binaries++;
        } else {
            text(document, document.text());
        }
    }

    private void text(Document document, String text) {
        keep(document, pem.read(document.path(), text));
        secrets.read(document, text);
        int place = CodeOwners.PLACES.indexOf(document.path());
        if (place >= 0) {
            owners.put(place, CodeOwners.of(text));
        }
        try {
            agentFile.read(document.path(), text).ifPresent(agent -> {
                secrets.holds(document, false);
                agents.add(agent);
            });
        } catch (MalformedException e) {
            agentProblems.add(MESSAGES.text("problem", document.path(), e.sentence()));
        }
    }

    private void keep(Document document, Found here) {
        found.addAll(here);
        if (!here.keys().isEmpty()) {
            secrets.holds(document, here.keys().stream().anyMatch(key -> !key.encrypted()));
            here.keys().stream()
                    .map(FoundKey::fingerprint)
                    .filter(keyed -> !keyed.isEmpty())
                    .forEach(keyed -> secrets.key(document, keyed));
        }
    }

    Found found() {
        return found;
    }

    SecretBook secrets() {
        return secrets;
    }

    /// By path.
    List<Agent> agents() {
        return agents.stream().sorted(Comparator.comparing(Agent::path)).toList();
    }

    List<String> agentProblems() {
        return List.copyOf(agentProblems);
    }

    /// As in the first of the places where there is such a file.
    Optional<CodeOwners> owners() {
        return owners.values().stream().findFirst();
    }

    /// The path of the agent that alone is given a secret.
    Optional<String> holder(String fingerprint) {
        List<String> holders = agents.stream()
                .filter(agent -> agent.given().stream().map(Given::fingerprint).anyMatch(fingerprint::equals))
                .map(Agent::path)
                .toList();
        return holders.size() == 1 ? Optional.of(holders.getFirst()) : Optional.empty();
    }

    /// Files that are no text, and nothing else that is known here.
    int binaries() {
        return binaries;
    }
}
