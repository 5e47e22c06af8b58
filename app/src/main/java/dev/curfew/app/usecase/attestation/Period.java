package dev.curfew.app.usecase.attestation;

import dev.curfew.governance.notice.Owed;
import dev.curfew.governance.notice.Owed.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is owed because a period is over: each owner hears of theirs once in a period, counted from the day on which
/// the oldest of it was due, and once more where they said of the oldest and not of the rest; officers hear how many
/// there are, once in each period since 1970, so that a thousand owners are one notice.
///
/// @param every how often an owner is to say
/// @param turn how long an owner has before officers hear that nothing came
/// @param reached since when something goes to owners
record Period(Duration every, Instant now, Duration turn, Instant reached) {
    private static final String ABOUT = "attestation";

    /// What an owner owes.
    ///
    /// @param count of identities
    /// @param since when the first of them was due
    record Due(int count, Instant since) {
        Due and(Due other) {
            return new Due(count + other.count, since.isBefore(other.since) ? since : other.since);
        }
    }

    /// @param addresses of the owners who are reached
    List<Owed> owed(Map<String, Due> byOwner, Map<String, String> addresses) {
        List<Owed> all = new ArrayList<>();
        List<Instant> unreached = new ArrayList<>();
        List<Instant> silent = new ArrayList<>();
        byOwner.forEach((owner, due) -> {
            String address = addresses.getOrDefault(owner, "");
            if (address.isEmpty()) {
                unreached.add(due.since());
                return;
            }
            Instant begin = begin(due.since());
            Instant told = later(begin, reached);
            all.add(new Owed(What.PERIOD, owner, owner, begin.toString(), due.count(), told, address));
            if (!now.isBefore(told.plus(turn))) {
                silent.add(told.plus(turn));
            }
        });
        sum(What.UNREACHED, unreached, all);
        sum(What.SILENT, silent, all);
        return List.copyOf(all);
    }

    private void sum(What what, List<Instant> since, List<Owed> all) {
        if (!since.isEmpty()) {
            Instant begin = begin(Instant.EPOCH);
            Instant first = since.stream().min(Instant::compareTo).orElseThrow();
            all.add(new Owed(what, ABOUT, "", begin.toString(), since.size(), later(first, begin), ""));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Of the period that runs now, counted from a moment.
    private Instant begin(Instant from) {
        return from.plus(every.multipliedBy(Duration.between(from, now).dividedBy(every)));
    }
}
