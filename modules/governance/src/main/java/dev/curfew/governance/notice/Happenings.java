package dev.curfew.governance.notice;

import dev.curfew.governance.delegation.DelegationBook;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What there is to hear of: by the ledger's entries, and by how things stand now. The same happening has the same id
/// however often it is looked for, and whoever looks.
public final class Happenings {
    private static final Messages MESSAGES = Messages.of(Happenings.class);
    private static final String DENIED = "request.denied";

    /// A stage of an end that is put on standing access.
    private static final String BOXED = "timebox.stage";

    /// Of a window's time: enough to hand over or to ask for more, and not so long that nobody minds it.
    private static final int LAST_PART = 4;

    private static final Duration ENDING_MAX = Duration.ofMinutes(15);

    private final NoticeForm form;
    private final Escalation escalation;

    /// @param workspace its id: ids of notices are of one workspace
    public Happenings(String workspace, Escalation escalation) {
        form = new NoticeForm(workspace);
        this.escalation = escalation;
    }

    /// What an entry of the ledger tells; empty if nobody needs to hear of it, or not any more.
    public Optional<Notice> of(Transaction transaction, LedgerEntry entry) {
        AuditEvent event = entry.event();
        return switch (event.type()) {
            case "request.submitted" -> request(transaction, event).flatMap(found -> waiting(transaction, found));
            case "request.approved", DENIED -> request(transaction, event).flatMap(found -> decided(found, event));
            case "window.closed" -> Optional.of(ended(transaction, event));
            case "break-glass.opened" -> Optional.of(opened(transaction, event));
            case DelegationBook.MADE -> Optional.of(handed(transaction, event));
            case DelegationBook.WITHDRAWN -> Optional.of(taken(transaction, event));
            case BOXED -> boxed(event);
            case "credential.revived" -> Optional.of(revived(event));
            case "identity.returned" -> Optional.of(returned(event));
            default -> Optional.empty();
        };
    }

    /// What nobody entered, because it is only time that passes.
    public List<Notice> byTime(Transaction transaction, Instant now) {
        List<Notice> all = new ArrayList<>();
        for (ExceptionRequest request : transaction.requests().all()) {
            int step = escalation.step(request.requestedAt(), now);
            if (request.state() == RequestState.PENDING && step > 0) {
                all.add(escalated(request, step));
            }
        }
        for (Window window : transaction.windows().all()) {
            if (window.isOpen() && isEnding(window, now)) {
                all.add(ending(transaction, window));
            }
        }
        return List.copyOf(all);
    }

    /// @param dueAt when the drill was due
    public Notice overdue(String path, Instant dueAt) {
        return form.notice(NoticeEvent.DRILL_OVERDUE, path, dueAt.toString(), dueAt, List.of(), path);
    }

    /// That a policy is to be narrowed, and that it may be now; as long as nobody did.
    ///
    /// @param narrowing its id
    /// @param dueAt before when nothing is written
    public List<Notice> announced(
            String narrowing, String policy, String officer, Instant at, Instant dueAt, Instant now) {
        Object[] arguments = {policy, officer, dueAt.toString(), narrowing};
        Notice announced = narrowing("announced", narrowing, at, arguments);
        return now.isBefore(dueAt)
                ? List.of(announced)
                : List.of(announced, narrowing("ripe", narrowing, dueAt, arguments));
    }

    private Notice narrowing(String key, String narrowing, Instant at, Object... arguments) {
        return form.notice(
                NoticeEvent.NARROWING,
                narrowing,
                key,
                at,
                List.of(),
                MESSAGES.text("narrowing." + key + ".title", arguments),
                MESSAGES.text("narrowing." + key, arguments));
    }

    /// That a word is owed, to those whose turn has come: the owner first, where they are reached, and then officers as
    /// with a request that waits.
    public List<Notice> overdue(Owed owed, Instant now) {
        List<Notice> turns = new ArrayList<>();
        if (!owed.address().isEmpty()) {
            turns.add(owed(owed, "owner", owed.address(), List.of()));
        }
        if (owed.what().isForOfficers()) {
            officers().forEach(officers -> turns.add(owed(owed, String.join(" ", officers), "", officers)));
        }
        long begun = 1 + escalation.over(owed.at(), now);
        return List.copyOf(turns.subList(0, (int) Math.min(begun, turns.size())));
    }

    /// One after another; without reviewers, all at once.
    private List<List<String>> officers() {
        return escalation.reviewers().isEmpty()
                ? List.of(List.of())
                : escalation.reviewers().stream().map(List::of).toList();
    }

    private Notice owed(Owed owed, String turn, String address, List<String> officers) {
        String key = owed.what().name().toLowerCase(Locale.ROOT) + (address.isEmpty() ? ".officer" : ".owner");
        Object[] arguments = {
            owed.about(), owed.owner(), owed.count(), owed.at().toString()
        };
        String more = String.join("\n", owed.what().name(), owed.once(), turn);
        Notice notice = form.notice(
                NoticeEvent.ATTESTATION_OVERDUE,
                owed.about(),
                more,
                owed.at(),
                officers,
                MESSAGES.text("owed." + key + ".title", arguments),
                MESSAGES.text("owed." + key, arguments));
        return new Notice(
                notice.id(),
                notice.event(),
                notice.about(),
                notice.title(),
                notice.words(),
                officers,
                address,
                notice.at());
    }

    /// How long each has whose turn it is.
    public Duration turn() {
        return escalation.after();
    }

    /// One that is new each time.
    public Notice test(String carrier, Instant now) {
        return form.notice(NoticeEvent.TEST, carrier, now.toString(), now, List.of(), carrier);
    }

    private Optional<Notice> waiting(Transaction transaction, ExceptionRequest request) {
        if (request.state() != RequestState.PENDING) {
            return Optional.empty();
        }
        List<String> officers = escalation.reviewers().isEmpty()
                ? others(transaction, request.requester())
                : List.of(escalation.reviewers().getFirst());
        return Optional.of(form.notice(
                NoticeEvent.REQUEST_WAITING,
                request.id(),
                "",
                request.requestedAt(),
                officers,
                request.id(),
                request.requester(),
                request.policy().text(),
                request.reason()));
    }

    private Notice escalated(ExceptionRequest request, int step) {
        return form.notice(
                NoticeEvent.REQUEST_ESCALATED,
                request.id(),
                escalation.reviewers().get(step),
                request.requestedAt().plus(escalation.after().multipliedBy(step)),
                List.of(escalation.reviewers().get(step)),
                request.id(),
                request.requester(),
                request.policy().text(),
                request.reason(),
                escalation.reviewers().get(step),
                escalation.reviewers().get(step - 1));
    }

    private Optional<Notice> decided(ExceptionRequest request, AuditEvent event) {
        String how = event.type().equals(DENIED) ? "denied" : "approved";
        if (!how.equals(how(request.state()))) {
            return Optional.empty();
        }
        return Optional.of(form.notice(
                NoticeEvent.REQUEST_DECIDED,
                request.id(),
                how,
                event.at(),
                List.of(request.requester()),
                request.id(),
                MESSAGES.text(how),
                event.actor(),
                request.policy().text()));
    }

    /// How it was decided; one signature of several decides nothing. Empty where nobody did, or it is over unused.
    private static String how(RequestState state) {
        return switch (state) {
            case APPROVED, ACTIVE, ENDED -> "approved";
            case DENIED -> "denied";
            case DRAFTED, PENDING, WITHDRAWN, TIMED_OUT -> "";
        };
    }

    private static boolean isEnding(Window window, Instant now) {
        Duration part = Duration.between(window.openedAt(), window.endsAt()).dividedBy(LAST_PART);
        Duration ahead = part.compareTo(ENDING_MAX) < 0 ? part : ENDING_MAX;
        return now.isBefore(window.endsAt()) && !now.isBefore(window.endsAt().minus(ahead));
    }

    private Notice ending(Transaction transaction, Window window) {
        return form.notice(
                NoticeEvent.WINDOW_ENDING,
                window.id(),
                window.endsAt().toString(),
                window.endsAt(),
                holder(transaction, window.id()),
                window.id(),
                window.credential().text(),
                window.endsAt().toString());
    }

    private Notice ended(Transaction transaction, AuditEvent event) {
        String window = detail(event, "window");
        return form.notice(
                NoticeEvent.WINDOW_ENDED,
                window,
                "",
                event.at(),
                holder(transaction, window),
                window,
                detail(event, "credential"),
                detail(event, "end").toLowerCase(Locale.ROOT));
    }

    private Notice opened(Transaction transaction, AuditEvent event) {
        return form.notice(
                NoticeEvent.BREAK_GLASS_OPENED,
                detail(event, "use"),
                "",
                event.at(),
                others(transaction, event.actor()),
                detail(event, "name"),
                event.actor(),
                detail(event, "reason"),
                detail(event, "openedBy"),
                detail(event, "reviewBy"));
    }

    /// All are told, its officer too: a voice that its officer did not hand on is noticed by them.
    private Notice handed(Transaction transaction, AuditEvent event) {
        return voice(
                transaction,
                event,
                MESSAGES.text("handed", event.actor(), detail(event, "to")),
                MESSAGES.text(
                        "handed.words",
                        event.actor(),
                        detail(event, "to"),
                        detail(event, "until"),
                        detail(event, "scope"),
                        detail(event, "id")));
    }

    private Notice taken(Transaction transaction, AuditEvent event) {
        return voice(
                transaction,
                event,
                MESSAGES.text("taken", detail(event, "to"), detail(event, "from")),
                MESSAGES.text("taken.words", detail(event, "to"), detail(event, "from"), event.actor()));
    }

    private Notice voice(Transaction transaction, AuditEvent event, String title, String words) {
        List<String> officers =
                transaction.officers().all().stream().map(Officer::name).toList();
        return form.notice(
                NoticeEvent.VOICE_HANDED, detail(event, "id"), event.type(), event.at(), officers, title, words);
    }

    private Notice revived(AuditEvent event) {
        return alarm(event, "revived", detail(event, "credential"), detail(event, "plan"));
    }

    private Notice returned(AuditEvent event) {
        return alarm(event, "returned", detail(event, "what"), detail(event, "identity"), detail(event, "plan"));
    }

    /// @param arguments what it is about, and then the rest of its words
    private Notice alarm(AuditEvent event, String key, String... arguments) {
        return form.notice(
                NoticeEvent.ALARM,
                arguments[0],
                event.at().toString(),
                event.at(),
                List.of(),
                MESSAGES.text(key + ".title"),
                MESSAGES.text(key, (Object[]) arguments));
    }

    /// What an end on standing access has come to, where somebody has to know.
    private Optional<Notice> boxed(AuditEvent event) {
        return switch (detail(event, "stage")) {
            case "begun", "ended", "lifted" -> Optional.of(boxed(event, ""));
            default -> Optional.empty();
        };
    }

    /// The same for whoever answers for the access.
    ///
    /// @param event a stage of the end: begun or ended
    public Notice boxed(AuditEvent event, String address) {
        String stage = detail(event, "stage");
        Object[] arguments = {
            detail(event, "timebox"),
            detail(event, "access"),
            detail(event, "until"),
            event.actor(),
            detail(event, "by"),
            detail(event, "owner")
        };
        String words = MESSAGES.text("boxed." + stage, arguments)
                + (address.isEmpty() ? "" : " " + MESSAGES.text("boxed.owner", arguments));
        NoticeEvent about = stage.equals("ended") ? NoticeEvent.WINDOW_ENDED : NoticeEvent.WINDOW_ENDING;
        return new Notice(
                form.id(about, detail(event, "timebox"), String.join("\n", stage, detail(event, "until"), address)),
                about,
                detail(event, "timebox"),
                MESSAGES.text("boxed." + stage + ".title", arguments),
                words,
                List.of(),
                address,
                event.at());
    }

    private static Optional<ExceptionRequest> request(Transaction transaction, AuditEvent event) {
        Object whole = event.details().get("request");
        Object id = whole instanceof Map<?, ?> json
                ? json.get("id")
                : event.details().get("id");
        return transaction.requests().find(Objects.toString(id, ""));
    }

    private static List<String> holder(Transaction transaction, String window) {
        return transaction
                .requests()
                .find(window)
                .map(request -> List.of(request.requester()))
                .orElse(List.of());
    }

    /// Everybody but whoever did it; nobody else: whoever hears of it.
    private static List<String> others(Transaction transaction, String officer) {
        return transaction.officers().all().stream()
                .map(Officer::name)
                .filter(name -> !name.equals(officer))
                .toList();
    }

    private static String detail(AuditEvent event, String name) {
        return Objects.toString(event.details().get(name), "");
    }
}
