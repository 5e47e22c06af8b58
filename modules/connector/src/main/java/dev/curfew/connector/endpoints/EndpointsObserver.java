package dev.curfew.connector.endpoints;

import dev.curfew.connector.folder.fact.CertificateFacts;
import dev.curfew.connector.folder.x509.Found;
import dev.curfew.connector.folder.x509.FoundCertificate;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Asks endpoints for their certificates, some at a time. One that does not answer is coverage, and is listed without a
/// certificate: what it showed before is neither taken for gone nor for still shown.
final class EndpointsObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(EndpointsObserver.class);

    private static final int AT_ONCE = 16;

    /// More are counted: a sentence has an end.
    private static final int PROBLEMS_NAMED = 5;

    private final Connection connection;
    private final Handshake handshake;
    private final InstantSource clock;

    EndpointsObserver(Connection connection, Handshake handshake, InstantSource clock) {
        this.connection = connection;
        this.handshake = handshake;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        EndpointList list = EndpointList.read(connection.address());
        int all = list.endpoints().size();
        List<Shown> shown = Parallel.map(
                AT_ONCE, list.endpoints(), handshake::with, done -> progress.at(MESSAGES.text("endpoints"), done, all));
        List<String> problems = new ArrayList<>(list.problems());
        List<Shown.Certificates> seen = new ArrayList<>();
        List<Endpoint> silent = new ArrayList<>();
        for (Shown each : shown) {
            switch (each) {
                case Shown.Certificates certificates -> seen.add(certificates);
                case Shown.Nothing nothing -> {
                    silent.add(nothing.endpoint());
                    problems.add(MESSAGES.text("problem", nothing.endpoint().text(), nothing.why()));
                }
            }
        }
        Sheet endpoints = sheet("endpoints", problems);
        seen.forEach(each -> EndpointFact.add(endpoints, each));
        silent.forEach(each -> EndpointFact.addUnanswered(endpoints, each));
        Sheet certificates = sheet("certificates", problems);
        Map<X509Certificate, List<Shown.Certificates>> byOwn =
                seen.stream().collect(Collectors.groupingBy(it -> it.chain().getFirst()));
        CertificateFacts.add(
                certificates,
                found(seen),
                certificate -> places(certificate, byOwn.getOrDefault(certificate, List.of())));
        Instant finished = clock.instant();
        List<Fact> facts = new ArrayList<>(endpoints.facts());
        facts.addAll(certificates.facts());
        return new Observation(
                connection.name(),
                started,
                finished,
                facts,
                List.of(endpoints.coverage(finished), certificates.coverage(finished)));
    }

    private static Found found(List<Shown.Certificates> seen) {
        Found found = new Found();
        for (Shown.Certificates each : seen) {
            each.chain()
                    .forEach(it ->
                            found.add(new FoundCertificate(it, each.endpoint().text(), false)));
        }
        return found;
    }

    /// Where it is a server's own, and where it is for another name.
    ///
    /// @param own what showed it as theirs
    private static Map<String, String> places(X509Certificate certificate, List<Shown.Certificates> own) {
        Map<String, String> places = new TreeMap<>();
        put(places, "curfew:shown-at", own, _ -> true);
        put(places, "curfew:not-for", own, it -> !NameCheck.isFor(certificate, it.endpoint()));
        return places;
    }

    private static void put(
            Map<String, String> places,
            String attribute,
            List<Shown.Certificates> own,
            Predicate<Shown.Certificates> where) {
        List<String> endpoints = own.stream()
                .filter(where)
                .map(it -> it.endpoint().text())
                .sorted()
                .toList();
        if (!endpoints.isEmpty()) {
            places.put(attribute, some(endpoints, ", "));
        }
    }

    private Sheet sheet(String scope, List<String> problems) {
        Sheet sheet = new Sheet(connection.name(), scope);
        String words = some(problems.stream().sorted().toList(), "; ");
        problems.forEach(_ -> sheet.miss(words));
        return sheet;
    }

    private static String some(List<String> texts, String between) {
        String named = texts.stream().limit(PROBLEMS_NAMED).collect(Collectors.joining(between));
        return texts.size() <= PROBLEMS_NAMED ? named : MESSAGES.text("more", named, texts.size() - PROBLEMS_NAMED);
    }
}
