package dev.curfew.governance.officer;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What entries of the ledger say, as far as it is believed: one that is forged or cannot be read hides no other.
///
/// @param doubts a sentence for each entry that counts for nothing
public record Believed<T>(List<T> all, List<String> doubts) {
    private static final Messages MESSAGES = Messages.of(Believed.class);

    public Believed {
        all = List.copyOf(all);
        doubts = List.copyOf(doubts);
    }

    public static <T> Believed<T> nothing() {
        return new Believed<>(List.of(), List.of());
    }

    /// @param read an entry's value, or why it counts for nothing; what it throws for a text that is none is a doubt
    ///     too
    public static <T> Believed<T> of(List<LedgerEntry> entries, Function<LedgerEntry, Outcome<T>> read) {
        List<T> all = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            switch (guarded(entry, read)) {
                case Outcome.Done<T>(T value) -> all.add(value);
                case Outcome.Refused<T> refused -> doubts.add(doubt(entry, refused));
            }
        }
        return new Believed<>(all, doubts);
    }

    /// What an officer signed with another version of Curfew may be laid out otherwise.
    public static <T> Outcome<T> guarded(LedgerEntry entry, Function<LedgerEntry, Outcome<T>> read) {
        try {
            return read.apply(entry);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Outcome.refused(Refusal.UNREADABLE, entry.event().type());
        }
    }

    public static String doubt(LedgerEntry entry, Outcome.Refused<?> refused) {
        return MESSAGES.text(
                "doubt", String.valueOf(entry.index()), entry.event().type(), refused.words());
    }

    /// Others in their place, with what is in doubt of these.
    public <R> Believed<R> with(List<R> others, Believed<?>... more) {
        return new Believed<>(
                others, Stream.concat(doubts.stream(), doubts(more).stream()).toList());
    }

    /// What is in doubt of several.
    public static List<String> doubts(Believed<?>... several) {
        return Stream.of(several).flatMap(one -> one.doubts().stream()).toList();
    }
}
