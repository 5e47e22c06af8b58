package dev.curfew.app.console.screen.overview;

import dev.curfew.analysis.expiry.Band;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.app.console.component.state.FindingWords;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.app.usecase.estate.Freshness;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gathers what needs the officer. For the background.
final class Briefer {

    private static final Messages MESSAGES = Messages.of(Briefer.class);

    /// As many names as are read at a glance; the rest is one jump away.
    private static final int NAMES_MAX = 4;

    private final Desk desk;
    private final InstantSource clock;

    Briefer(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    Briefing brief() {
        Snapshot snapshot = desk.estate().current().snapshot();
        List<Need> needs = new ArrayList<>();
        if (snapshot.number() == 0) {
            return new Briefing(0, 0, 0, 0, needs, 0);
        }
        Instant now = clock.instant();
        proofs(desk.revocations().list(), needs);
        notices(needs);
        Believed<BreakGlassCase> paths = desk.breakGlasses().kept();
        paths.doubts().forEach(doubt -> needs.add(doubted(MESSAGES.text("glass.doubts"), doubt, "")));
        breakGlass(paths.all(), now, needs);
        needs.addAll(PlaybookNeeds.of(desk.playbooks(), now));
        exceptions(desk.exceptions().list(), now, needs);
        expiring(desk.expiring().bands(), needs);
        List<Finding> findings = desk.inventory().findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        // A hundred old keys are one thing to do, and must not hide the other ninety-nine.
        Set<EntityId> told = paths.all().stream()
                .map(one -> new IdentityId(one.path().source(), one.path().account()))
                .collect(Collectors.toSet());
        findings.stream()
                .filter(finding -> finding.rule() != Rule.BREAK_GLASS_UNTESTED || !told.contains(finding.entity()))
                .filter(finding -> finding.rule() != Rule.REVIEW_OVERDUE)
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> needs.add(alike.size() == 1 ? need(alike.getFirst()) : need(alike)));
        gaps(desk.estate().freshness(), findings, needs);
        // who has seen what is wrong asks next how far it goes
        desk.reach().prepare();
        return new Briefing(
                snapshot.identities().size(),
                snapshot.credentials().size(),
                desk.estate().freshness().sources(),
                snapshot.number(),
                needs,
                findings.size());
    }

    /// What was revoked and still works comes before everything else.
    private static void proofs(List<RevocationCase> cases, List<Need> needs) {
        for (RevocationCase one : cases) {
            for (ProofRecord record : one.proofs()) {
                if (record.proof() instanceof Proof.StillWorks(Instant at, int accepted, int tries)) {
                    needs.add(new Need(
                            Tone.BAD,
                            MESSAGES.text("still", record.credential().nativeId()),
                            MESSAGES.text("still.detail", accepted, tries, Words.clock(at)),
                            Destination.of(Place.REVOCATION, one.plan().id())));
                }
            }
        }
    }

    /// Whoever is not told does nothing about the rest.
    private void notices(List<Need> needs) {
        desk.notices()
                .failing()
                .forEach(carrier -> needs.add(new Need(
                        Tone.BAD,
                        MESSAGES.text("notices", carrier),
                        MESSAGES.text("notices.detail"),
                        Destination.notices())));
        desk.notices()
                .doubts()
                .forEach(doubt -> needs.add(
                        new Need(Tone.BAD, MESSAGES.text("notices.forged"), doubt, Destination.of(Place.LEDGER))));
    }

    /// A way in that was not tried may not open.
    private static void breakGlass(List<BreakGlassCase> paths, Instant now, List<Need> needs) {
        for (BreakGlassCase one : paths) {
            Destination there = Destination.of(Place.BREAK_GLASS, one.path().name());
            one.open().forEach(use -> needs.add(open(use, now, there)));
            String name = one.path().name();
            one.doubts().forEach(doubt -> needs.add(doubted(MESSAGES.text("glass.doubt", name), doubt, name)));
            one.overdue(now).forEach(use -> needs.add(review(Tone.BAD, "review.overdue", use, now, there)));
            one.awaiting(now).forEach(use -> needs.add(review(Tone.NOTE, "review", use, now, there)));
            if (one.seal() != SealState.INTACT) {
                needs.add(new Need(
                        Tone.BAD,
                        MESSAGES.text("envelope", one.path().name(), one.seal().words()),
                        MESSAGES.text("envelope.detail"),
                        there));
            } else if (one.due().isNow()) {
                needs.add(new Need(
                        one.due().state() == Due.State.NEVER ? Tone.CARE : Tone.BAD,
                        MESSAGES.text("drill." + one.due().state(), one.path().name()),
                        MESSAGES.text("drill.detail", Words.relative(one.due().at(), now)),
                        there));
            }
            if (!one.shared().isEmpty()) {
                needs.add(new Need(
                        Tone.CARE, MESSAGES.text("shared", one.path().name()), String.join(" ", one.shared()), there));
            }
        }
    }

    private static Need doubted(String title, String doubt, String path) {
        return new Need(Tone.BAD, title, doubt, Destination.of(Place.BREAK_GLASS, path));
    }

    private static Need review(Tone tone, String key, PathUse use, Instant now, Destination there) {
        return new Need(
                tone,
                MESSAGES.text(key, use.path(), use.officer()),
                MESSAGES.text("review.detail", Words.relative(use.reviewBy(), now), use.reason()),
                there);
    }

    private static Need open(PathUse use, Instant now, Destination there) {
        boolean isOver = use.endsBy().filter(at -> !now.isBefore(at)).isPresent();
        return new Need(
                isOver ? Tone.BAD : Tone.CARE,
                MESSAGES.text("glass.open", use.path(), use.officer()),
                MESSAGES.text(isOver ? "glass.open.over" : "glass.open.detail", use.reason()),
                there);
    }

    private static void exceptions(List<ExceptionCase> cases, Instant now, List<Need> needs) {
        for (ExceptionCase one : cases) {
            Destination there = Destination.of(Place.EXCEPTIONS, one.request().id());
            String policy = Words.brief(one.request().policy().nativeId());
            if (one.request().state() == RequestState.PENDING) {
                needs.add(new Need(
                        Tone.NOTE,
                        MESSAGES.text("waiting", policy),
                        MESSAGES.text(
                                "waiting.detail",
                                one.request().requester(),
                                Words.relative(one.request().requestedAt(), now)),
                        there));
            }
            one.window()
                    .filter(Window::isOpen)
                    .ifPresent(window -> needs.add(new Need(
                            Tone.NOTE,
                            MESSAGES.text("open", policy),
                            MESSAGES.text("open.detail", Words.relative(window.endsAt(), now)),
                            there)));
        }
    }

    private static void expiring(ExpiryBands bands, List<Need> needs) {
        Map<Band, Integer> counts = bands.counts();
        int day = counts.getOrDefault(Band.WITHIN_24_HOURS, 0);
        int week = counts.getOrDefault(Band.WITHIN_7_DAYS, 0);
        if (day > 0) {
            needs.add(new Need(
                    Tone.BAD,
                    MESSAGES.text("day", day),
                    MESSAGES.text("day.detail", day),
                    Destination.of(Place.EXPIRING)));
        }
        if (week > 0) {
            needs.add(new Need(
                    Tone.CARE,
                    MESSAGES.text("week", week),
                    MESSAGES.text("week.detail", week),
                    Destination.of(Place.EXPIRING)));
        }
    }

    private Need need(Finding finding) {
        return new Need(
                FindingWords.tone(finding.severity()),
                MESSAGES.text("finding", about(finding), FindingWords.title(finding.rule())),
                finding.sentence(),
                there(finding));
    }

    private Need need(List<Finding> alike) {
        Finding worst = alike.getFirst();
        String title = FindingWords.title(worst.rule());
        long whom = alike.stream()
                .map(finding -> whom(finding)
                        .map(EntityId::text)
                        .orElse(finding.source().value()))
                .distinct()
                .count();
        List<String> names = alike.stream().map(this::about).distinct().toList();
        if (whom == 1) {
            return new Need(
                    FindingWords.tone(worst.severity()),
                    MESSAGES.text("finding.times", names.getFirst(), title, alike.size()),
                    alike.stream()
                            .map(Finding::sentence)
                            .distinct()
                            .limit(NAMES_MAX)
                            .collect(Collectors.joining(" ")),
                    there(worst));
        }
        String first = names.stream().limit(NAMES_MAX).collect(Collectors.joining(", "));
        return new Need(
                FindingWords.tone(worst.severity()),
                MESSAGES.text("findings", title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1), whom),
                MESSAGES.text("findings.detail", first, Math.max(0, names.size() - NAMES_MAX)),
                worst.entity() == null ? there(worst) : Destination.of(Place.INVENTORY, title));
    }

    private static Destination there(Finding finding) {
        EntityId entity = finding.entity();
        return entity == null
                ? Destination.of(Place.CONNECTIONS, finding.source().value())
                : Destination.of(Place.INVENTORY, entity.text());
    }

    private String about(Finding finding) {
        return whom(finding)
                .map(entity -> Names.of(desk.estate().current(), entity))
                .orElseGet(() -> finding.source().value());
    }

    /// A credential is known by whom it proves; empty: the source itself.
    private Optional<EntityId> whom(Finding finding) {
        EntityId entity = finding.entity();
        return entity instanceof CredentialId id
                ? desk.estate()
                        .current()
                        .credential(id)
                        .<EntityId>map(Credential::holder)
                        .or(() -> Optional.of(id))
                : Optional.ofNullable(entity);
    }

    /// What no finding tells already.
    private static void gaps(Freshness freshness, List<Finding> findings, List<Need> needs) {
        Set<SourceName> told = findings.stream()
                .filter(finding -> finding.rule() == Rule.BLIND_SPOT)
                .map(Finding::source)
                .collect(Collectors.toSet());
        List<Coverage> gaps = freshness.gaps().stream()
                .filter(gap -> !told.contains(gap.source()))
                .toList();
        if (!gaps.isEmpty()) {
            long torn = gaps.stream().map(Coverage::source).distinct().count();
            needs.add(new Need(
                    Tone.UNKNOWN,
                    MESSAGES.text("gaps", torn),
                    MESSAGES.text("gaps.detail", gaps.size()),
                    Destination.of(Place.CONNECTIONS)));
        }
    }
}
