package dev.curfew.analysis.expiry;

import java.time.LocalDate;

/// How many credentials end in one ISO week, in UTC.
///
/// @param weekYear the ISO week-based year
/// @param week 1 to 53
/// @param monday its first day
public record WeekCount(int weekYear, int week, LocalDate monday, int breaking, int ending) {

    public int total() {
        return breaking + ending;
    }
}
