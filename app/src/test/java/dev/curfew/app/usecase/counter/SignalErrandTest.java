package dev.curfew.app.usecase.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Sender.Proof;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.Tip;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What another process says that a sender said is held to the ledger's entry of that sender.
class SignalErrandTest {
    private static final URI ISSUER = URI.create("https://idp.example");

    private final CommandBench bench;

    SignalErrandTest(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        add(
                "forge",
                "--webhook",
                "hub",
                "--secret-file",
                bench.file("forge.key", "0123456789abcdef").toString());
        add("gone", "--issuer", ISSUER.toString(), "--audience", "curfew");
        add(
                "idp",
                "--issuer",
                ISSUER.toString(),
                "--audience",
                "curfew",
                "--on",
                "risk-high",
                "--source",
                "sample-aws");
        assertThat(bench.as("ada", "signal", "senders", "remove", "gone").exitCode())
                .isZero();
    }

    private void add(String... words) {
        List<String> line = new ArrayList<>(List.of("signal", "senders", "add"));
        line.addAll(List.of(words));
        var added = bench.as("ada", line.toArray(String[]::new));
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    private static Tip tip(SignalKind kind) {
        return new Tip(
                "j-1",
                kind,
                List.of(SignalSubject.of(SignalSubject.Form.EMAIL, "nobody@example.org")),
                Instant.parse("2026-11-22T09:00:00Z"));
    }

    private static Sender sender(Desk desk, String name) {
        return desk.signals().senders().find(name).orElseThrow().sender();
    }

    private static Sender with(Sender one, Proof proof) {
        return new Sender(one.name(), proof, Set.copyOf(one.kinds()), one.sources());
    }

    @Test
    void nobodyIsBelievedButWhoTheLedgerHasAsTheyAre() {
        try (Desk desk = bench.open()) {
            Sender idp = sender(desk, "idp");
            Sender forge = sender(desk, "forge");
            Proof.Transmitter own = (Proof.Transmitter) idp.proof();
            Map<String, Sender> attacks = new LinkedHashMap<>();
            attacks.put(
                    "a name that nobody entered", new Sender("stranger", own, Set.of(SignalKind.RISK_HIGH), List.of()));
            attacks.put("one that was removed", new Sender("gone", own, EnumSet.allOf(SignalKind.class), List.of()));
            attacks.put("more kinds", new Sender("idp", own, EnumSet.allOf(SignalKind.class), idp.sources()));
            attacks.put("every source", new Sender("idp", own, Set.copyOf(idp.kinds()), List.of()));
            attacks.put(
                    "keys of one's own",
                    with(idp, new Proof.Transmitter(ISSUER, own.audience(), "", "{\"keys\":[{}]}", false)));
            attacks.put(
                    "another issuer",
                    with(
                            idp,
                            new Proof.Transmitter(
                                    URI.create("https://evil.example"), own.audience(), "", own.keys(), false)));
            attacks.put("a body that nobody signed with the secret", forge);
            attacks.put("a forge that is said to be a transmitter", with(forge, own));
            attacks.put("a transmitter that is said to be a forge", with(idp, forge.proof()));
            Clerk clerk = Clerk.at(desk);

            attacks.forEach((what, sender) -> {
                Slip slip = clerk.does(new Errand.Signal(sender, List.of(tip(SignalKind.RISK_HIGH))));
                assertThat(slip.kind()).as(what).isEqualTo(Slip.Kind.NOT_DONE);
                assertThat(slip.why()).as(what).isEqualTo("UNKNOWN_SENDER");
            });
            Slip other = clerk.does(new Errand.Signal(idp, List.of(tip(SignalKind.CREDENTIAL_LEAKED))));
            assertThat(other.why()).as("what it is not believed about").isEqualTo("SIGNAL_NOT_BELIEVED");
            assertThat(desk.signals().list()).isEmpty();

            Slip good = clerk.does(new Errand.Signal(idp, List.of(tip(SignalKind.RISK_HIGH))));
            assertThat(good.kind()).as(good.words()).isEqualTo(Slip.Kind.SIGNALLED);
            assertThat(desk.signals().list()).hasSize(1);
        }
    }
}
