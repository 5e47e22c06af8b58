package dev.curfew.connector.folder;

import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.connector.folder.fact.AgentFacts;
import dev.curfew.connector.folder.fact.CertificateFacts;
import dev.curfew.connector.folder.fact.SecretFacts;
import dev.curfew.connector.folder.walk.Passed;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads a folder. A file that cannot be read, or not understood, is coverage; the others are read all the same.
final class FolderObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(FolderObserver.class);

    /// More are counted: a sentence has an end.
    private static final int PROBLEMS_NAMED = 5;

    private final Connection connection;
    private final Secrets secrets;
    private final InstantSource clock;

    FolderObserver(Connection connection, Secrets secrets, InstantSource clock) {
        this.connection = connection;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        Fingerprint fingerprint = new Fingerprint(secrets);
        try (Secret text = secrets.get(connection.readSecret()).orElse(null);
                Passwords passwords = text == null ? Passwords.none() : Passwords.of(text)) {
            FolderReading reading = new FolderReading(fingerprint, passwords);
            Passed passed = FolderRoot.walk(connection, progress, reading);
            List<Sheet> sheets = sheets(reading, passed);
            Instant finished = clock.instant();
            return new Observation(
                    connection.name(),
                    started,
                    finished,
                    sheets.stream().flatMap(sheet -> sheet.facts().stream()).toList(),
                    sheets.stream().map(sheet -> sheet.coverage(finished)).toList());
        }
    }

    private List<Sheet> sheets(FolderReading reading, Passed passed) {
        Sheet files = sheet("files", passed.unread());
        SecretFacts.add(files, reading.secrets(), reading::holder);
        files.noteIfRead(passedOver(reading, passed));
        Sheet certificates =
                sheet("certificates", both(passed.unread(), reading.found().problems()));
        CertificateFacts.add(certificates, reading.found());
        Sheet agents = sheet("agents", both(passed.unread(), reading.agentProblems()));
        AgentFacts.add(agents, reading.agents(), reading.owners());
        Sheet actions = new Sheet(connection.name(), "agent-actions");
        if (!reading.agents().isEmpty()) {
            actions.skip(MESSAGES.text("actions"));
        }
        return List.of(files, certificates, agents, actions);
    }

    private Sheet sheet(String scope, List<String> problems) {
        Sheet sheet = new Sheet(connection.name(), scope);
        String named = String.join("; ", problems.subList(0, Math.min(PROBLEMS_NAMED, problems.size())));
        String words = problems.size() <= PROBLEMS_NAMED
                ? named
                : MESSAGES.text("problems", named, problems.size() - PROBLEMS_NAMED);
        problems.forEach(_ -> sheet.miss(words));
        return sheet;
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        both.sort(null);
        return both;
    }

    /// What nobody expects to be read, but should know of.
    private static String passedOver(FolderReading reading, Passed passed) {
        List<String> notes = new ArrayList<>();
        Map<String, Integer> folders = new TreeMap<>(passed.leftOut());
        if (!folders.isEmpty()) {
            notes.add(MESSAGES.text("passed.folders", String.join(", ", folders.keySet())));
        }
        if (reading.binaries() > 0) {
            notes.add(MESSAGES.text("passed.binaries", reading.binaries()));
        }
        if (passed.links() > 0) {
            notes.add(MESSAGES.text("passed.links", passed.links()));
        }
        return String.join("; ", notes);
    }
}
