package dev.curfew.app.usecase.notice;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.notice.Hearer.Reach;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.notice.CarrierBook;
import dev.curfew.governance.notice.CarrierBook.Standing;
import dev.curfew.governance.notice.Escalation;
import dev.curfew.governance.notice.Happenings;
import dev.curfew.governance.notice.ToldBook;
import dev.curfew.governance.notice.ToldBook.CarrierState;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where notices go, and which are still to go there. Brings nothing itself: that is a [Courier]'s.
public final class Notices {
    private static final Messages MESSAGES = Messages.of(Notices.class);

    /// Among the workspace's secrets.
    private static final String FOLDER = "curfew/notice/";

    private final Books books;
    private final Officers officers;
    private final CarrierBook carriers;
    private final ToldBook told;
    private final UseBook uses;
    private final Gathering gathering;
    private final Overdue overdue;
    private final Secrets secrets;
    private final String workspace;
    private final InstantSource clock;

    /// What only time makes worth telling, besides what the ledger has.
    @FunctionalInterface
    public interface Overdue {
        /// @param ownersReached since when a carrier tells owners what they owe; null: none does
        List<Notice> look(Happenings happenings, @Nullable Instant ownersReached);
    }

    /// @param overdue the drills and owners' words that are
    /// @param workspace its id
    public Notices(
            Books books,
            Officers officers,
            CarrierBook carriers,
            ToldBook told,
            UseBook uses,
            Gathering.Entries entries,
            Overdue overdue,
            Secrets secrets,
            String workspace,
            InstantSource clock) {
        this.books = books;
        this.officers = officers;
        this.carriers = carriers;
        this.told = told;
        this.uses = uses;
        this.secrets = secrets;
        this.workspace = workspace;
        this.clock = clock;
        this.overdue = overdue;
        gathering = new Gathering(entries, clock);
    }

    /// In the order in which they were added.
    public List<CarrierStatus> list() {
        if (books.isReadOnly()) {
            return List.of();
        }
        List<Parcel> waiting = parcels(new ToldAlready());
        return standing().stream()
                .map(one -> new CarrierStatus(one, state(one.carrier()), (int) waiting.stream()
                        .filter(parcel -> parcel.carrier().equals(one.carrier()))
                        .count()))
                .toList();
    }

    /// Names of the carriers that fail; what is to go by them is not looked for.
    public List<String> failing() {
        return books.isReadOnly()
                ? List.of()
                : standing().stream()
                        .map(Standing::carrier)
                        .filter(one ->
                                state(one).filter(state -> !state.works()).isPresent())
                        .map(Carrier::name)
                        .toList();
    }

    private Optional<CarrierState> state(Carrier carrier) {
        return books.read(transaction -> told.state(transaction, carrier));
    }

    private List<Standing> standing() {
        return books.read(carriers::inForce).all();
    }

    public Escalation escalation() {
        return books.isReadOnly()
                ? Escalation.NONE
                : books.read(carriers::escalation).all().getFirst();
    }

    /// A sentence for each entry that says where notices go, or whose turn it is, and is not believed.
    public List<String> doubts() {
        return books.isReadOnly()
                ? List.of()
                : books.read(transaction ->
                        Believed.doubts(carriers.inForce(transaction), carriers.escalation(transaction)));
    }

    /// @throws Refused if something of it is in doubt: it may be that somebody is not told who should be
    void requireBelieved() {
        List<String> doubts = doubts();
        if (!doubts.isEmpty()) {
            throw new Refused(String.join(" ", doubts));
        }
    }

    /// Has notices go by it, in place of what had its name.
    ///
    /// @param secret signs what goes to a webhook, or logs in at a mail server; lent; null where it needs none
    /// @throws Refused if the name is no name, or the officer it is for is none
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public CarrierStatus add(OfficerLogin login, Carrier carrier, @Nullable Secret secret) {
        books.requireWritable();
        if (!Officer.isName(carrier.name())) {
            throw new Refused(MESSAGES.text("not-a-name", carrier.name()));
        }
        if (!carrier.officer().isEmpty()
                && officers.list().stream().noneMatch(one -> one.name().equals(carrier.officer()))) {
            throw new Refused(MESSAGES.text("nobody", carrier.officer()));
        }
        try (OfficerKey key = officers.unlock(login)) {
            // Once an officer of the roster signed for it, and before that stands: nobody else gives a carrier another
            // secret, and what is in force without one only fails.
            Standing standing = Outcomes.require(books.write(transaction -> carriers.enter(transaction, key, carrier)
                    .map(entered -> {
                        secrets.set(FOLDER + carrier.name(), secret);
                        return entered;
                    })));
            return new CarrierStatus(standing, Optional.empty(), 0);
        }
    }

    /// @throws Refused if there is none of that name
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public CarrierStatus remove(OfficerLogin login, String name) {
        books.requireWritable();
        Standing standing = find(name);
        try (OfficerKey key = officers.unlock(login)) {
            Outcomes.require(books.write(transaction -> carriers.remove(transaction, key, standing.carrier())));
            secrets.remove(FOLDER + name);
            return new CarrierStatus(standing, Optional.empty(), 0);
        }
    }

    /// @throws Refused if there is none of that name
    private Standing find(String name) {
        return standing().stream()
                .filter(one -> one.carrier().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(MESSAGES.text("unknown", name)));
    }

    /// @throws Refused if a reviewer is no officer
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Escalation escalate(OfficerLogin login, Escalation escalation) {
        try (OfficerKey key = officers.unlock(login)) {
            return Outcomes.require(books.write(transaction -> carriers.enter(transaction, key, escalation)));
        }
    }

    /// Tries the carrier with a notice that says so, and waits for what becomes of it. Nothing is entered.
    ///
    /// @throws Refused if there is none of that name
    public Told test(Messenger messenger, String name) throws InterruptedException {
        Carrier carrier = find(name).carrier();
        Notice test = happenings().test(name, clock.instant());
        try (Secret secret = secret(carrier).orElse(null)) {
            return messenger.carry(carrier, test, secret);
        }
    }

    /// The carrier's; the caller closes it. Empty if it has none.
    Optional<Secret> secret(Carrier carrier) {
        return secrets.get(FOLDER + carrier.name());
    }

    /// Whom a use of a break-glass path is told, and whether it reached them.
    public List<Hearer> toldOf(PathUse use) {
        List<Standing> all = standing();
        Happenings happenings = happenings();
        return books.read(transaction -> uses.opening(transaction, use)
                .flatMap(entry -> happenings.of(transaction, entry))
                .map(notice -> notice.officers().stream()
                        .map(officer -> told(transaction, all, notice, officer))
                        .toList())
                .orElse(List.of()));
    }

    private Hearer told(Transaction transaction, List<Standing> all, Notice notice, String officer) {
        List<Carrier> theirs = all.stream()
                .map(one -> new Parcel(one, notice))
                .filter(Parcel::isDue)
                .map(Parcel::carrier)
                .filter(carrier ->
                        carrier.officer().isEmpty() || carrier.officer().equals(officer))
                .toList();
        List<Carrier> there = theirs.stream()
                .filter(carrier -> told.isTold(transaction, carrier, notice))
                .toList();
        Reach reach = theirs.isEmpty() ? Reach.NOBODY_TELLS : there.isEmpty() ? Reach.WAITING : Reach.TOLD;
        return new Hearer(
                officer,
                reach,
                (there.isEmpty() ? theirs : there).stream().map(Carrier::name).toList());
    }

    /// What is still to go, oldest first.
    List<Parcel> parcels(ToldAlready memory) {
        if (books.isReadOnly()) {
            return List.of();
        }
        Instant now = clock.instant();
        long count = books.read(gathering::count);
        if (memory.isQuiet(count, now)) {
            return List.of();
        }
        List<Standing> all = standing();
        List<Parcel> parcels = parcels(memory, all);
        if (parcels.isEmpty() && (all.isEmpty() || memory.next() == count)) {
            memory.quiet(count, now);
        }
        return parcels;
    }

    private List<Parcel> parcels(ToldAlready memory, List<Standing> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Happenings happenings = happenings();
        List<Notice> open = new ArrayList<>(books.read(transaction -> gathering.look(transaction, happenings, memory)));
        Instant ownersReached = all.stream()
                .filter(one ->
                        one.carrier().isForOthers() && one.carrier().events().contains(NoticeEvent.ATTESTATION_OVERDUE))
                .map(Standing::since)
                .min(Comparator.naturalOrder())
                .orElse(null);
        open.addAll(overdue.look(happenings, ownersReached));
        List<Parcel> parcels = new ArrayList<>();
        for (Notice notice : open) {
            List<Parcel> due = all.stream()
                    .map(one -> new Parcel(one, notice))
                    .filter(Parcel::isDue)
                    .filter(parcel ->
                            !books.<Boolean>read(transaction -> told.isTold(transaction, parcel.carrier(), notice)))
                    .toList();
            if (due.isEmpty()) {
                memory.forget(notice);
            }
            parcels.addAll(due);
        }
        return List.copyOf(parcels);
    }

    /// What became of it.
    void enter(Parcel parcel, Told outcome) {
        books.write(transaction -> {
            told.enter(transaction, parcel.carrier(), parcel.notice(), outcome);
            return transaction;
        });
    }

    private Happenings happenings() {
        return new Happenings(workspace, escalation());
    }
}
