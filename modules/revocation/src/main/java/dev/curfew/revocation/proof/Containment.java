package dev.curfew.revocation.proof;

import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.ground.Words;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.plan.WhatWasMade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether an identity is contained, which is more than that its credentials are refused: nothing else lets anybody be
/// it, nobody could make a new credential for it, and nothing that it got or made works on. Pure.
///
/// @param identity its id; that of the credential for one that stands for nobody
/// @param reasons why it is not, or why that cannot be proved; what to do next is in them
public record Containment(String identity, State state, List<String> reasons) {
    private static final Messages MESSAGES = Messages.of(Containment.class);

    /// The worst is last.
    public enum State {
        CONTAINED,
        /// As far as anybody can see; something named in the reasons could not be seen.
        NOT_PROVABLE,
        /// Something of it works, or can be got.
        OPEN
    }

    public Containment {
        reasons = List.copyOf(reasons);
    }

    /// @param makers who could still make a credential for one of them
    /// @param now by then some of what stays alive for a time has ended
    /// @return one for each identity of the plan, in the order of its preview
    public static List<Containment> of(
            RevocationPlan plan, List<StepRecord> records, List<ProofRecord> proofs, MakersLeft makers, Instant now) {
        Map<String, List<Told>> byIdentity =
                Told.of(plan).stream().collect(groupingBy(Told::identity, LinkedHashMap::new, toList()));
        List<Containment> all = new ArrayList<>();
        byIdentity.forEach((identity, told) -> all.add(of(identity, plan, told, records, proofs, makers, now)));
        return all;
    }

    /// The same, after records told what was made. Of what the plan ended too is judged whether it ended; it knew
    /// nothing of the rest.
    public Containment given(Traces traces, RevocationPlan plan, List<StepRecord> records, List<ProofRecord> proofs) {
        Set<String> open = new LinkedHashSet<>();
        Set<String> unclear = new LinkedHashSet<>();
        for (Traces.Made made : traces.made()) {
            if (made.by().equals(identity)) {
                Set<String> planned = planned(plan, made);
                if (planned.isEmpty()) {
                    unclear.add(MESSAGES.text("made.unplanned", made.what(), made.at()));
                }
                planned.forEach(credential -> ended(open, unclear, credential, plan, records, proofs));
            }
        }
        traces.untold().stream()
                .filter(one -> one.by().equals(identity))
                .map(one -> MESSAGES.text("made.untold", one.why()))
                .forEach(unclear::add);
        return and(judged(identity, open, unclear));
    }

    private Containment and(Containment more) {
        Set<String> all = new LinkedHashSet<>(reasons);
        all.addAll(more.reasons);
        return new Containment(identity, state.compareTo(more.state) < 0 ? more.state : state, List.copyOf(all));
    }

    private static Containment judged(String identity, Set<String> open, Set<String> unclear) {
        List<String> reasons = new ArrayList<>(open);
        reasons.addAll(unclear);
        State state = !open.isEmpty() ? State.OPEN : unclear.isEmpty() ? State.CONTAINED : State.NOT_PROVABLE;
        return new Containment(identity, state, reasons);
    }

    /// The ids of the plan's credentials that the record names.
    private static Set<String> planned(RevocationPlan plan, Traces.Made made) {
        List<String> words = Words.of(made.what());
        return plan.steps().stream()
                .map(PlannedStep::credential)
                .filter(credential -> made.by().startsWith(credential.source() + ":"))
                .filter(credential -> words.contains(credential.nativeId()))
                .map(CredentialId::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Containment of(
            String identity,
            RevocationPlan plan,
            List<Told> credentials,
            List<StepRecord> records,
            List<ProofRecord> proofs,
            MakersLeft makers,
            Instant now) {
        Set<String> open = new LinkedHashSet<>();
        Set<String> unclear = new LinkedHashSet<>();
        for (Told told : credentials) {
            ended(open, unclear, told.credential(), plan, records, proofs);
            add(open, "residual", told, "residual");
            add(open, "logged-in", told, "loggedIn");
            add(unclear, "ways-in", told, "otherWaysIn");
            add(unclear, "granted", told, "granted");
            makers.why(told).ifPresent(unclear::add);
            if (!told.text("mint").equals("CANNOT")) {
                unclear.add(MESSAGES.text("mints", told.credential()));
            }
            stays(unclear, plan, told, records, now);
        }
        WhatWasMade.in(plan).stream()
                .filter(made -> made.by().equals(identity))
                .forEach(made -> made(open, unclear, made, plan, records, proofs));
        List<String> unread = Told.unread(plan.preview());
        if (!unread.isEmpty()) {
            unclear.add(MESSAGES.text("unread", unread.size()));
        }
        return judged(identity, open, unclear);
    }

    private static void ended(
            Set<String> open,
            Set<String> unclear,
            String credential,
            RevocationPlan plan,
            List<StepRecord> records,
            List<ProofRecord> proofs) {
        acts(open, plan, credential, records);
        proof(open, unclear, credential, proofs);
    }

    private static void acts(Set<String> open, RevocationPlan plan, String credential, List<StepRecord> records) {
        for (PlannedStep step : plan.steps()) {
            if (!step.credential().text().equals(credential)) {
                continue;
            }
            StepState state = records.stream()
                    .filter(record -> record.ordinal() == step.ordinal())
                    .map(StepRecord::state)
                    .findFirst()
                    .orElse(StepState.PLANNED);
            switch (state) {
                case ACTED, SUPERSEDED -> {}
                case UNDONE -> open.add(MESSAGES.text("undone", step.action().code(), credential));
                case PLANNED, STARTED, REFUSED, UNCERTAIN ->
                    open.add(MESSAGES.text("not-acted", step.action().code(), credential));
            }
        }
    }

    /// What it made works on by itself: it has to have ended too.
    private static void made(
            Set<String> open,
            Set<String> unclear,
            WhatWasMade made,
            RevocationPlan plan,
            List<StepRecord> records,
            List<ProofRecord> proofs) {
        if (!made.isTold()) {
            unclear.add(MESSAGES.text("made.untold", made.why()));
        } else if (made.credentials().isEmpty()) {
            unclear.add(MESSAGES.text("made.unlisted", made.what(), made.at()));
        }
        for (String credential : made.credentials()) {
            boolean planned = plan.steps().stream()
                    .anyMatch(step -> step.credential().text().equals(credential));
            if (planned) {
                ended(open, unclear, credential, plan, records, proofs);
            } else {
                open.add(MESSAGES.text("made.left", credential, made.at()));
            }
        }
    }

    /// What the catalogue says lives on, until it is over for certain: counted from the last act on the credential.
    private static void stays(
            Set<String> unclear, RevocationPlan plan, Told told, List<StepRecord> records, Instant now) {
        long seconds = told.number("staysAliveAtMostSeconds");
        if (seconds == 0) {
            return;
        }
        Optional<Instant> until = seconds < 0
                ? Optional.empty()
                : acted(plan, told.credential(), records).map(at -> at.plusSeconds(seconds));
        if (until.isEmpty()) {
            unclear.add(MESSAGES.text("stays", told.text("staysAlive")));
        } else if (now.isBefore(until.get())) {
            unclear.add(MESSAGES.text(
                    "stays.until", told.text("staysAlive"), until.get().truncatedTo(SECONDS)));
        }
    }

    private static Optional<Instant> acted(RevocationPlan plan, String credential, List<StepRecord> records) {
        return records.stream()
                .filter(record -> record.state().isDone())
                .filter(record -> plan.steps().stream()
                        .anyMatch(step -> step.ordinal() == record.ordinal()
                                && step.credential().text().equals(credential)))
                .map(StepRecord::at)
                .max(Comparator.naturalOrder());
    }

    private static void proof(Set<String> open, Set<String> unclear, String credential, List<ProofRecord> proofs) {
        Proof proof = proofs.stream()
                .filter(record -> record.credential().text().equals(credential))
                .map(ProofRecord::proof)
                .reduce((_, newer) -> newer)
                .orElse(null);
        switch (proof) {
            case Proof.Proved _, Proof.ProvedAfter _ -> {}
            case Proof.StillWorks _ -> open.add(MESSAGES.text("still-works", credential));
            case Proof.NotProvable it -> unclear.add(MESSAGES.text("not-proved", credential, it.reason()));
            case Proof.Indeterminate it -> unclear.add(MESSAGES.text("not-proved", credential, it.reason()));
            case null -> unclear.add(MESSAGES.text("untried", credential));
        }
    }

    private static void add(Set<String> reasons, String key, Told told, String field) {
        long count = told.count(field);
        if (count > 0) {
            reasons.add(MESSAGES.text(key, count, String.join(", ", told.names(field))));
        }
    }
}
