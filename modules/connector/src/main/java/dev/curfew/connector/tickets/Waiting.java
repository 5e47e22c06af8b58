package dev.curfew.connector.tickets;

import dev.curfew.model.people.Spread;
import dev.curfew.model.people.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// The waiting times of a group, a number each, so that median and ninetieth are exact.
final class Waiting {
    private static final int FIRST_LENGTH = 8;
    private static final int HALF = 50;
    private static final int MOST = 90;
    private static final int ALL = 100;

    private long[] seconds = new long[FIRST_LENGTH];
    private int decided;
    private long asked;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    void asked(Instant at) {
        asked++;
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
    }

    void decided(Duration waited) {
        if (decided == seconds.length) {
            seconds = Arrays.copyOf(seconds, decided * 2);
        }
        seconds[decided] = waited.toSeconds();
        decided++;
    }

    Waits of(String team, String role) {
        return new Waits(team, role, asked, decided, first, last, decided == 0 ? null : spread());
    }

    private Spread spread() {
        long[] sorted = Arrays.copyOf(seconds, decided);
        Arrays.sort(sorted);
        return new Spread(nearest(sorted, HALF), nearest(sorted, MOST), nearest(sorted, ALL));
    }

    /// The nearest rank: the least value that so many of a hundred do not exceed.
    private static Duration nearest(long[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + ALL - 1) / ALL;
        return Duration.ofSeconds(sorted[Math.toIntExact(rank - 1)]);
    }
}
