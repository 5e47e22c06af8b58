package dev.curfew.app.console.screen.cases;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.action.OnceRead;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;

/// The cases of one kind, the one that is looked at as whoever decides on it sees it, and one act at a time.
public final class Cases<C, R> {

    /// All that is shown.
    ///
    /// @param signers those whose keys are on this machine
    public record Shown<C>(List<C> cases, List<Officer> signers) {
        public Shown {
            cases = List.copyOf(cases);
            signers = List.copyOf(signers);
        }
    }

    private final Work work;
    private final Desk desk;
    private final CaseBook<C, R> book;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Content<Shown<C>>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<C>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Content<R>>> review = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper acting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper went = new ReadOnlyStringWrapper("");
    private String wanted = "";

    /// @param changed called when the workspace has changed
    public Cases(Work work, Desk desk, CaseBook<C, R> book, Runnable changed) {
        this.work = work;
        this.desk = desk;
        this.book = book;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Content<Shown<C>>> content() {
        return content.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<C>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The selected case as it is shown to whoever decides on it. Empty: there is nothing to decide on.
    public ReadOnlyObjectProperty<Optional<Content<R>>> review() {
        return review.getReadOnlyProperty();
    }

    public Optional<R> reviewed() {
        return review.get().flatMap(Content::ready);
    }

    /// Whether something is being done with a case.
    public ReadOnlyBooleanProperty acting() {
        return acting.getReadOnlyProperty();
    }

    /// What is being done with a case, in words; empty: nothing.
    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    /// Has it end where it can; what that means is told then.
    public void cancelAct() {
        work.cancel(actJob(book.name()));
    }

    /// What the last act came to, if it did not come to what was wanted; empty: nothing to tell.
    public ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    public void tell(String words) {
        went.set("");
        told.set(words);
    }

    /// What the last act came to, if it went and there is more to know than what is shown; empty: nothing to tell.
    public ReadOnlyStringProperty went() {
        return went.getReadOnlyProperty();
    }

    public void tellGood(String words) {
        told.set("");
        went.set(words);
    }

    public String id(C one) {
        return book.id().apply(one);
    }

    /// Reads the cases.
    public void load() {
        work.start(reading());
    }

    /// Reads how far they came while something is being done, again and again: unless that is being read already, or a
    /// reading that takes longer than from one look to the next would never come to its end.
    public void glance() {
        if (!work.isGoing(book.name())) {
            work.glance(reading());
        }
    }

    private Job<Shown<C>> reading() {
        return new Job<>(
                book.name(),
                book.words().text("loading"),
                _ -> new Shown<>(book.list().get(), desk.officers().signers()),
                found -> {
                    content.set(new Content.Ready<>(found));
                    find(wanted);
                },
                failure -> content.set(new Content.Failed<>(failure)));
    }

    /// Does something once the cases are there; at once, if they are.
    public void whenRead(Runnable then) {
        if (content.get().ready().isPresent()) {
            then.run();
            return;
        }
        Subscription[] once = new Subscription[1];
        once[0] = content.subscribe(now -> {
            if (now.ready().isPresent() && once[0] != null) {
                once[0].unsubscribe();
                then.run();
            }
        });
    }

    /// Looks at a case, also at one that is not read yet.
    ///
    /// @param id empty: at none
    public void select(String id) {
        if (!id.equals(wanted) || selected.get().isEmpty()) {
            find(id);
        }
    }

    private void find(String id) {
        boolean another = !id.equals(wanted);
        wanted = id;
        Optional<C> found = content.get()
                .ready()
                .flatMap(it ->
                        it.cases().stream().filter(one -> id(one).equals(id)).findFirst());
        boolean moved = another || !found.equals(selected.get());
        Optional<C> open = found.filter(book.reviewed());
        if (moved || open.isEmpty()) {
            // What is still being worked out is of the case that was looked at before.
            work.cancel(reviewJob());
            review.set(Optional.empty());
        }
        selected.set(found);
        open.filter(_ -> !acting.get()).ifPresent(this::look);
    }

    /// What was worked out before stays until it is worked out anew.
    private void look(C one) {
        if (review.get().isEmpty()) {
            review.set(Optional.of(new Content.Loading<>()));
        }
        work.start(new Job<>(
                reviewJob(),
                book.words().text("reviewing"),
                _ -> book.review().review(one),
                found -> review.set(Optional.of(new Content.Ready<>(found))),
                failure -> review.set(Optional.of(new Content.Failed<>(failure)))));
    }

    /// The name of the work while something is done with a case.
    ///
    /// @param kind as `CaseBook.name`
    public static String actJob(String kind) {
        return kind + "-act";
    }

    private String reviewJob() {
        return book.name() + "-review";
    }

    public List<Officer> signers() {
        return content.get().ready().map(Shown::signers).orElse(List.of());
    }

    public Availability writable() {
        return Availability.unless(desk.readOnly(), book.words().text("readonly"));
    }

    /// Whether something new may be asked for.
    public Availability maySign() {
        return writable()
                .and(OnceRead.of(content.get(), book.words().text("loading")))
                .and(Availability.unless(signers().isEmpty(), book.words().text("officer.first")));
    }

    /// Whether anything may be done with the selected case.
    ///
    /// @param otherwise why not, where it is not in a state for it
    public Availability mayAct(Predicate<C> inState, String otherwise) {
        return maySign()
                .and(Availability.unless(selected.get().isEmpty(), book.words().text("select.first")))
                .and(Availability.unless(acting.get(), book.words().text("busy")))
                .and(Availability.unless(selected.get().filter(inState).isEmpty(), otherwise));
    }

    /// Whether what is decided on is known.
    public Availability mayDecide(Predicate<C> inState, String otherwise) {
        return mayAct(inState, otherwise)
                .and(Availability.unless(reviewed().isEmpty(), book.words().text("review.missing")));
    }

    /// Follows an availability as whatever it depends on changes.
    public ObservableValue<Availability> following(Supplier<Availability> may) {
        return Bindings.createObjectBinding(may::get, selected, content, review, acting);
    }

    /// Something that can be done here, while it may be.
    ///
    /// @param key of what it is called, in the kind's own words
    public Action action(String key, Ikon icon, Supplier<Availability> may, Runnable run) {
        return Action.of(book.words().text(key), icon, run).when(following(may));
    }

    /// Does something in an officer's name. Whatever comes of it, what was lent does not outlive it.
    ///
    /// @param values lent besides the passphrase
    /// @param done gets the result, in the foreground
    public <T> void act(
            String words, OfficerLogin login, Collection<Secret> values, Job.Body<T> deed, Consumer<? super T> done) {
        Runnable giveBack = () -> {
            login.passphrase().close();
            values.forEach(Secret::close);
        };
        start(
                words,
                progress -> {
                    try {
                        return deed.run(progress);
                    } finally {
                        giveBack.run();
                    }
                },
                done,
                giveBack);
    }

    /// Does something for which nobody has to sign.
    public <T> void act(String words, Job.Body<T> deed, Consumer<? super T> done) {
        start(words, deed, done, () -> {});
    }

    /// @param giveBack run too where it was cancelled before it began
    private <T> void start(String words, Job.Body<T> deed, Consumer<? super T> done, Runnable giveBack) {
        tell("");
        acting.set(true);
        doing.set(words);
        Job<T> job = new Job<>(
                actJob(book.name()),
                words,
                deed,
                result -> {
                    ended();
                    done.accept(result);
                    changed.run();
                },
                failure -> failed(failure.sentence()));
        work.start(job, () -> {
            giveBack.run();
            failed(book.words().text("cancelled"));
        });
    }

    private void failed(String words) {
        ended();
        tell(words);
        changed.run();
    }

    /// What was worked out before is not what stands after.
    private void ended() {
        acting.set(false);
        doing.set("");
        review.set(Optional.empty());
    }
}
