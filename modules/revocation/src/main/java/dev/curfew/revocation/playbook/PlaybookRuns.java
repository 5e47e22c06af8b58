package dev.curfew.revocation.playbook;

import dev.curfew.governance.playbook.Ceiling;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What playbooks did, in the ledger: each run before its first act, in the unit of work that keeps its plan. What a
/// ceiling leaves and what was done before are counted here and nowhere else, so that no restart forgets it.
public final class PlaybookRuns {
    public static final String RAN = "playbook.ran";
    public static final String RIGHT = "playbook-run.approved";
    public static final String WRONG = "playbook-run.denied";

    /// One name for all runs.
    private static final String SUBJECT = Sha256.hex("curfew.playbook-runs");

    private final AuditLog auditLog;

    public PlaybookRuns(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /// Oldest first, with what came of their review.
    public List<PlaybookRun> all(Transaction transaction) {
        return auditLog.confirmAll(transaction, RAN, SUBJECT).stream()
                .map(entry -> run(transaction, entry.event()))
                .toList();
    }

    public Optional<PlaybookRun> find(Transaction transaction, String plan) {
        return auditLog.confirmAll(transaction, RAN, SUBJECT).stream()
                .filter(entry -> text(entry.event().details(), "plan").equals(plan))
                .findFirst()
                .map(entry -> run(transaction, entry.event()));
    }

    /// The newest run that the same set off, if there is nothing new to it.
    public static Optional<PlaybookRun> before(List<PlaybookRun> runs, Match match) {
        List<PlaybookRun> same =
                runs.stream().filter(run -> run.key().equals(match.key())).toList();
        Set<String> known =
                same.stream().flatMap(run -> run.occasions().stream()).collect(Collectors.toSet());
        return same.reversed().stream()
                .filter(_ -> known.containsAll(match.occasions()))
                .findFirst();
    }

    /// Whether a run fits under the ceiling together with all that began in the time before it. What has a later time,
    /// because a clock was set back, counts too.
    static boolean fits(List<PlaybookRun> runs, PlaybookRun run, Ceiling ceiling) {
        Instant since = run.at().minus(ceiling.within());
        List<PlaybookRun> counted = Stream.concat(
                        runs.stream()
                                .filter(other -> other.playbook().equals(run.playbook())
                                        && !other.plan().equals(run.plan())
                                        && other.at().isAfter(since)),
                        Stream.of(run))
                .toList();
        return ceiling.holds(
                distinct(counted.stream().flatMap(each -> each.identities().stream())),
                distinct(counted.stream().flatMap(each -> each.credentials().stream())));
    }

    private static int distinct(Stream<String> ids) {
        return (int) ids.distinct().count();
    }

    public LedgerEntry enter(Transaction transaction, Playbook playbook, PlaybookRun run) {
        return auditLog.append(transaction, new AuditEvent(RAN, run.at(), playbook.actor(), SUBJECT, details(run)));
    }

    private static Map<String, Object> details(PlaybookRun run) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("plan", run.plan());
        details.put("name", run.playbook());
        details.put("playbook", run.hash());
        details.put("trigger", run.key());
        details.put("occasions", run.occasions());
        details.put("because", run.because());
        details.put("credentials", run.credentials());
        details.put("identities", run.identities());
        details.put("reviewBy", run.reviewBy().toString());
        return details;
    }

    private PlaybookRun run(Transaction transaction, AuditEvent event) {
        Map<String, Object> details = event.details();
        PlaybookRun run = new PlaybookRun(
                text(details, "plan"),
                text(details, "name"),
                text(details, "playbook"),
                text(details, "trigger"),
                texts(details, "occasions"),
                text(details, "because"),
                texts(details, "credentials"),
                texts(details, "identities"),
                event.at(),
                reviewBy(event),
                Optional.empty());
        return run.with(review(transaction, hash(run)));
    }

    /// A time that cannot be read is over: the run counts all the same, and somebody looks at it.
    private static Instant reviewBy(AuditEvent event) {
        try {
            return Instant.parse(text(event.details(), "reviewBy"));
        } catch (DateTimeException _) {
            return event.at();
        }
    }

    /// What a review is of: all that its entry says.
    public static String hash(PlaybookRun run) {
        Map<String, Object> whole = new LinkedHashMap<>(details(run));
        whole.put("at", run.at().toString());
        return Sha256.ofJson(whole);
    }

    private Optional<PlaybookRun.Review> review(Transaction transaction, String hash) {
        return auditLog.confirm(transaction, WRONG, hash)
                .map(entry -> review(entry, false))
                .or(() -> auditLog.confirm(transaction, RIGHT, hash).map(entry -> review(entry, true)));
    }

    private static PlaybookRun.Review review(LedgerEntry entry, boolean right) {
        return new PlaybookRun.Review(
                entry.event().actor(),
                entry.event().at(),
                right,
                text(entry.event().details(), "remark"));
    }

    private static String text(Map<String, Object> details, String name) {
        return Objects.toString(details.get(name), "");
    }

    private static List<String> texts(Map<String, Object> details, String name) {
        List<String> texts = new ArrayList<>();
        if (details.get(name) instanceof List<?> all) {
            all.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }
}
